/** What an execution environment is told at its start. */
export interface Assignment {
  readonly file: string;
  readonly exportName: string;
}

/** What Lambda tells a function about one invocation, as plain data. */
export interface InvocationContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  /** When the invocation will be cut off, in milliseconds since 1970 by the machine's clock. */
  readonly deadline: number;
}

/** To an execution environment: one invocation. Events and answers travel as JSON text, as they do on AWS. */
export interface Invocation {
  readonly event: string;
  readonly context: InvocationContext;
}

/** From an execution environment. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: string | undefined }
  | {
      readonly kind: 'failure';
      /** Whether the code could not be loaded at all. */
      readonly atStart: boolean;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
    };
