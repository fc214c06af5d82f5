// The bot's registration in Entra, without a secret: it trusts the managed identity. Microsoft's own example of the three resources:
// https://github.com/microsoftgraph/msgraph-bicep-types/blob/main/quickstart-templates/msi-as-a-fic-secretless/main.bicep
// The extension is generally available since July 2025, in the public cloud alone: https://learn.microsoft.com/graph/templates/bicep/whats-new
extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'

param name string
param identityObjectId string

// https://learn.microsoft.com/graph/templates/reference/applications
resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: name
  displayName: 'Gnist'
  signInAudience: 'AzureADMyOrg'

  // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
  resource credential 'federatedIdentityCredentials@v1.0' = {
    name: '${app.uniqueName}/gnist-identity'
    description: 'The managed identity of Gnist signs the bot in.'
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: identityObjectId
    audiences: ['api://AzureADTokenExchange']
  }
}

// https://learn.microsoft.com/graph/templates/reference/serviceprincipals
resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

output appId string = app.appId
