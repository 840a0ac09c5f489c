// Pejling in Azure: the bot with its managed identity, App Service, Cosmos DB, queues, logs and alarms.
// No compiler and no Azure were at hand when this was written: try it with `az deployment group what-if` first.

@description('Beginning of every name; 3 to 11 small letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'pejling'

@description('An Azure region in the EU.')
param location string = 'westeurope'

@description('Slug of the municipality whose leaders use it, as in data/frameworks.')
param municipality string

@description('Who is told when an alarm goes off.')
param alarmEmail string

@description('Entra object ids of the HR staff, separated by commas.')
param hrIds string = ''

@description('Shown to leaders (GDPR art. 13): the municipality’s name and address.')
param controller string = ''

@description('Shown to leaders: how to reach the data protection officer.')
param dpo string = ''

@description('Shown to leaders: the legal basis of the processing.')
param legalBasis string = ''

@description('Shown to leaders: whom to ask about the bot.')
param contact string = ''

@description('Whether HR’s own questions wait until another of HR has approved of them.')
param approveQuestions bool = false

@description('Size of the App Service plan. Always On needs B1 at least.')
param planSku string = 'B1'

var unique = uniqueString(resourceGroup().id)
var siteName = '${name}-${unique}'
var databaseName = 'pejling'
var queueNames = ['pejling-work', 'pejling-work-poison']
// Made by `pejling store definitions --json`; a test holds it against the code.
var containers = loadJsonContent('containers.json')

// Built-in roles of the data planes: neither may make containers, queues or keys.
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fbe8'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: siteName
  // A regional bot: what Teams and the bot say to each other goes by an endpoint in the EU.
  location: 'westeurope'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Pejling'
    endpoint: 'https://${site.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'westeurope'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  tags: { 'azd-service-name': 'pejling' }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node main.js'
      // The scheduler lives in the process: without it campaigns stop when nobody writes.
      alwaysOn: true
      // Whether the process lives. Not /readyz: a store that cannot be reached would have all instances restarted.
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'NODE_OPTIONS', value: '--max-old-space-size=160 --max-semi-space-size=4' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
        { name: 'MicrosoftAppId', value: identity.properties.clientId }
        { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
        { name: 'PEJLING_STORE', value: 'cosmos' }
        { name: 'PEJLING_COSMOS_ENDPOINT', value: cosmos.properties.documentEndpoint }
        { name: 'PEJLING_COSMOS_DATABASE', value: databaseName }
        { name: 'PEJLING_QUEUE', value: 'azure' }
        { name: 'PEJLING_QUEUE_ACCOUNT', value: storage.name }
        { name: 'PEJLING_MUNICIPALITY', value: municipality }
        { name: 'PEJLING_HR_IDS', value: hrIds }
        { name: 'PEJLING_CONTROLLER', value: controller }
        { name: 'PEJLING_DPO', value: dpo }
        { name: 'PEJLING_LEGAL_BASIS', value: legalBasis }
        { name: 'PEJLING_CONTACT', value: contact }
        { name: 'PEJLING_APPROVE_QUESTIONS', value: approveQuestions ? 'yes' : 'no' }
      ]
    }
  }
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: '${name}-${unique}'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [{ name: 'EnableServerless' }]
    locations: [{ locationName: location, failoverPriority: 0 }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous7Days' }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: cosmos
  name: databaseName
  properties: { resource: { id: databaseName } }
}

@batchSize(4)
resource kept 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = [for container in containers: {
  parent: database
  name: container.id
  properties: { resource: container }
}]

resource cosmosAccess 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, identity.id, cosmosDataContributor)
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${cosmosDataContributor}'
    scope: cosmos.id
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}${unique}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for queue in queueNames: {
  parent: queueService
  name: queue
}]

resource queueAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, storageQueueDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'logs'
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
  }
}

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-told'
  location: 'global'
  properties: {
    groupShortName: 'pejling'
    enabled: true
    emailReceivers: [{ name: 'drift', emailAddress: alarmEmail }]
  }
}

// pino's levels: 50 and 60 are errors. docs/operations.md says what each line means.
resource errorLines 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-error-lines'
  location: location
  properties: {
    displayName: 'Pejling logs errors'
    severity: 2
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | extend line = parse_json(ResultDescription) | where toint(line.level) >= 50'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: [told.id] }
  }
}

// The work that waits longest, from the line that is logged each minute.
resource lateWork 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-late-work'
  location: location
  properties: {
    displayName: 'Pejling is late with what is to be sent'
    severity: 2
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | extend line = parse_json(ResultDescription) | where tostring(line.message) == "figures" and (tolong(line.oldestUndoneMs) > 1800000 or tolong(line.queueSilentMs) > 300000)'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: [told.id] }
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-5xx'
  location: 'global'
  properties: {
    severity: 2
    enabled: true
    scopes: [site.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'answered with 5xx'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: told.id }]
  }
}

output siteName string = site.name
output publicUrl string = 'https://${site.properties.defaultHostName}'
output appId string = identity.properties.clientId
