// The resources of one group, each with the page that has its properties.
param location string
param tags object
param token string
param admins string
param botAppId string
param timeZone string
param storageRedundancy string
param plan string
param instances int
var name = 'gnist-${token}'

// https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: name, location: location, tags: tags }

module registration 'registration.bicep' = if (empty(botAppId)) {
  name: 'registration'
  params: { name: name, identityObjectId: identity.properties.principalId }
}
var appId = empty(botAppId) ? registration!.outputs.appId : botAppId

// https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts. No key opens it: roles alone do.
resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'gnist${token}', location: location, tags: tags
  kind: 'StorageV2', sku: { name: storageRedundancy }
  properties: {
    allowSharedKeyAccess: false, allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true
  }
}

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var roles = {
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
}
// https://learn.microsoft.com/azure/templates/microsoft.authorization/roleassignments
resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(storage.id, identity.id, role.value)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}]

// https://learn.microsoft.com/azure/templates/microsoft.web/serverfarms. `reserved` means Linux.
resource machines 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name, location: location, tags: tags
  kind: 'linux'
  sku: { name: plan, capacity: instances }
  properties: { reserved: true }
}

// https://learn.microsoft.com/azure/templates/microsoft.web/sites
resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name, location: location, tags: union(tags, { 'azd-service-name': 'gnist' })
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: machines.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node start.js'
      alwaysOn: true
      healthCheckPath: '/health/live'
      ftpsState: 'Disabled', minTlsVersion: '1.2'
    }
  }

  // https://learn.microsoft.com/azure/templates/microsoft.web/sites/config-appsettings
  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      NODE_ENV: 'production'
      PORT: '8080'
      MicrosoftAppType: 'SingleTenant'
      MicrosoftAppId: appId
      MicrosoftAppTenantId: tenant().tenantId
      AZURE_CLIENT_ID: identity.properties.clientId
      AZURE_STORAGE_ACCOUNT: storage.name
      GNIST_URL: 'https://${site.properties.defaultHostName}'
      GNIST_ADMINS: admins
      GNIST_TIME_ZONE: timeZone
      // App Service's own: it installs the packages, and lets Gnist finish: https://learn.microsoft.com/azure/app-service/reference-app-settings
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
    }
  }
}

// https://learn.microsoft.com/azure/templates/microsoft.botservice/botservices. Only a regional bot keeps its data in the EU:
// https://learn.microsoft.com/azure/bot-service/bot-builder-concept-regionalization
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name, location: 'westeurope', tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Gnist'
    endpoint: 'https://${site.properties.defaultHostName}/api/messages'
    msaAppType: 'SingleTenant', msaAppId: appId, msaAppTenantId: tenant().tenantId
  }

  // https://learn.microsoft.com/azure/templates/microsoft.botservice/botservices/channels
  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'westeurope'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}

output account string = storage.name
output appId string = appId
output url string = 'https://${site.properties.defaultHostName}'
