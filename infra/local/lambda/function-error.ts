/** How a function failed, as Lambda reports it to whoever invoked it. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  /** `Sandbox.Timedout`, `Runtime.ExitError`, or the name of the error that the function threw. */
  readonly errorType: string;
  readonly trace: readonly string[];

  constructor(errorType: string, errorMessage: string, trace: readonly string[] = []) {
    super(errorMessage);
    this.errorType = errorType;
    this.trace = trace;
  }

  /** The payload that Lambda answers instead of the function's own. */
  get payload(): { readonly errorType: string; readonly errorMessage: string; readonly trace: readonly string[] } {
    return { errorType: this.errorType, errorMessage: this.message, trace: this.trace };
  }
}
