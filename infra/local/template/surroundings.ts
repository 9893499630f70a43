/** What CloudFormation would know of the account, and the addresses that stand for AWS's own on this machine. */
export interface Surroundings {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** Origin that the template says people use, without a trailing slash: it becomes the gateway's. */
  readonly publicUrl: string;
  /** Origin of the gateway, without a trailing slash: what an API's `execute-api` address becomes. */
  readonly gatewayUrl: string;
  /** Issuer of the identity provider: what a user pool's issuer becomes. */
  readonly issuer: string;
  /** Values of template parameters that have no default, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The region of the local cloud: records stay in the United Kingdom, on this machine as on AWS. */
export const LOCAL_REGION = 'eu-west-2';

/** The account of the local cloud: an account number that AWS gives nobody. */
export const LOCAL_ACCOUNT = '000000000000';

/** Id of every user pool of the local cloud: there is one identity provider. */
export const LOCAL_POOL_ID = `${LOCAL_REGION}_local`;
