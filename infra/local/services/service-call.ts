import { EngineError } from '../store/engine-error.ts';
import type { Principal } from '../store/principal.ts';
import { LOCAL_ACCOUNT } from '../template/surroundings.ts';

/** A call of an AWS service that was authenticated. */
export interface ServiceCall {
  readonly principal: Principal;
  readonly input: unknown;
  /**
   * Makes sure that the caller's role allows something.
   * @throws EngineError `AccessDeniedException`, in the words of AWS
   */
  readonly authorise: (action: string, resource: string) => void;
}

/** One operation of a service: takes its input, gives its output as JSON. @throws EngineError */
export type ServiceOperation = (call: ServiceCall) => unknown;

/** An error in the shape that the SDK reads. */
export function serviceFailure(code: string, message: string, status = 400): EngineError {
  return new EngineError(status, { __type: code, message, Message: message });
}

/** The refusal that AWS answers when a role has no grant. */
export function accessDenied({ roleName }: Principal, action: string, resource: string): EngineError {
  const caller = `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/${roleName}/local`;
  return serviceFailure(
    'AccessDeniedException',
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}
