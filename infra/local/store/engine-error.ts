/** An answer that is an error, in the shape the SDK reads: an HTTP status and a body with `__type` and a message. */
export class EngineError extends Error {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(statusCode: number, body: Readonly<Record<string, unknown>>) {
    super(String(body['message'] ?? body['Message'] ?? body['__type']));
    this.statusCode = statusCode;
    this.body = body;
  }

  /** The error's name without its namespace, for example `ConditionalCheckFailedException`. */
  get code(): string {
    return String(this.body['__type']).split('#').at(-1) ?? '';
  }

  /** Takes over an error thrown by dynalite, which marks those meant for the caller with a status and a body. */
  static from(error: unknown): EngineError {
    if (error instanceof EngineError) return error;
    if (error instanceof Error && 'statusCode' in error && 'body' in error) {
      return new EngineError(Number(error.statusCode), error.body as Record<string, unknown>);
    }
    return new EngineError(500, {
      __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
      message: error instanceof Error ? error.message : 'The local store failed',
    });
  }
}

/** An error of DynamoDB's own namespace. */
export function dynamoError(code: string, message: string, statusCode = 400): EngineError {
  return new EngineError(statusCode, { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message });
}

/** An error of AWS's common front: authentication, authorisation, unknown operations. */
export function serviceError(code: string, message: string, statusCode = 400): EngineError {
  return new EngineError(statusCode, { __type: `com.amazon.coral.service#${code}`, message });
}
