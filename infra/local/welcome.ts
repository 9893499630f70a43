import type { LocalCloud } from './cloud-interface.ts';

/** What is printed once the service runs: where it is, who can sign in, how a program calls it. */
export function welcome(cloud: LocalCloud, where: string): string {
  const machine = cloud.clients.find(({ client }) => client.flows.includes('client_credentials'));
  return [
    '',
    `The service        ${cloud.url}`,
    `Console            ${cloud.consoleUrl}`,
    `Identity provider  ${cloud.issuer}`,
    `Today              ${cloud.today()}`,
    `Data               ${where}`,
    '',
    ...people(cloud),
    ...(machine ? program(cloud, machine.client.id, machine.secret, machine.client.scopes) : []),
    ...operator(cloud),
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function people({ accounts, url }: LocalCloud): string[] {
  if (accounts.length === 0) return [];
  const width = Math.max(...accounts.map(({ name }) => name.length));
  const named = (some: typeof accounts) =>
    some.map(({ name, description = '' }) => `  ${name.padEnd(width)}  ${description}`.trimEnd());
  return [
    'Staff sign in as (no password):',
    ...named(accounts.filter(({ isFamily }) => !isFamily)),
    '',
    `Families sign in at ${url}/family as:`,
    ...named(accounts.filter(({ isFamily }) => isFamily)),
    '',
  ];
}

function program({ url, issuer }: LocalCloud, id: string, secret: string, scopes: readonly string[]): string[] {
  return [
    'A machine client for programs:',
    `  client id      ${id}`,
    `  client secret  ${secret}`,
    '',
    `  TOKEN=$(curl -s -u '${id}:${secret}' \\`,
    `    -d grant_type=client_credentials -d 'scope=${scopes.join(' ')}' \\`,
    `    ${issuer}/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -H "authorization: Bearer $TOKEN" ${url}/v1/openapi.json`,
    '',
  ];
}

/** What a command that works in an AWS account is to be told, to work on this machine. */
function operator({ administrator: { services, region, credentials } }: LocalCloud): string[] {
  return [
    'Commands that look after the service (npm run redrive) find this one when these are set:',
    `  export AWS_ENDPOINT_URL_SQS=${services} AWS_REGION=${region} \\`,
    `    AWS_ACCESS_KEY_ID=${credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}`,
    '',
  ];
}
