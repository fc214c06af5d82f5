// Everything that one installation of Gnist needs, for `azd up`: docs/guides/azure.md. Compiled and deployed by nobody yet.
// azd's conventions: https://learn.microsoft.com/azure/developer/azure-developer-cli/make-azd-compatible
targetScope = 'subscription'

@description('The name of this installation, such as gnist-pilot: azd asks for it.')
param environmentName string
@description('Where everything lies but the Bot resource, which lies in West Europe: regions of the EU and of EFTA with three zones.')
@allowed([
  'francecentral', 'germanywestcentral', 'italynorth', 'northeurope', 'norwayeast'
  'polandcentral', 'spaincentral', 'swedencentral', 'switzerlandnorth', 'westeurope'
])
param location string
@description('Your own Entra object id, from azd: you are an admin of Gnist, unless you name others.')
param principalId string
@description('GNIST_ADMINS: Entra object ids, separated by commas.')
param admins string = ''
@description('The id of a bot registration that you have made. Empty: this template makes one, which needs a right in Entra.')
param botAppId string = ''
@description('GNIST_TIME_ZONE: the time zone of new teams.')
param timeZone string = 'Europe/Stockholm'
@description('Three buildings of the region (ZRS), or one (LRS).')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param storageRedundancy string = 'Standard_ZRS'
@description('The size of the App Service plan. Always On, which Gnist needs for its clock, begins with B1.')
@allowed(['B1', 'P0v3', 'P1v3'])
param plan string = 'B1'
@description('Machines that run Gnist side by side: none of them is special.')
param instances int = 1

var tags = { 'azd-env-name': environmentName }

// https://learn.microsoft.com/azure/templates/microsoft.resources/resourcegroups
resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = { name: 'rg-${environmentName}', location: location, tags: tags }

module gnist 'gnist.bicep' = {
  name: 'gnist'
  scope: group
  params: {
    location: location
    tags: tags
    token: toLower(uniqueString(subscription().id, environmentName, location))
    admins: empty(admins) ? principalId : admins
    botAppId: botAppId
    timeZone: timeZone
    storageRedundancy: storageRedundancy
    plan: plan
    instances: instances
  }
}

output AZURE_STORAGE_ACCOUNT string = gnist.outputs.account
output MicrosoftAppId string = gnist.outputs.appId
output GNIST_URL string = gnist.outputs.url
