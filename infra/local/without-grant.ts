import { many } from './store/iam-statement.ts';
import type { IamStatement } from './store/store.ts';
import type { CloudDescription } from './template/cloud-description.ts';

/** Changes a description before it is run. */
export type Alteration = (description: CloudDescription) => CloudDescription;

/**
 * Takes one action away from the role of a function, wherever the role grants it by name: for tests that show that a
 * missing grant fails here as it would on AWS.
 * @param label folder or name of the function
 * @param action `dynamodb:Query`
 * @param resource only grants on resources that hold this text, if given: `/index/list`
 * @throws Error when the role grants no such action: a test that takes nothing away proves nothing
 */
export function withoutGrant(label: string, action: string, resource = ''): Alteration {
  return (description) => {
    const found = description.functions.find((each) => each.label === label || each.name === label);
    if (!found) throw new Error(`The template has no function ${label}`);
    let taken = 0;
    const take = (statement: IamStatement): IamStatement[] => {
      const concerned = many(statement.Resource).some((each) => each.includes(resource));
      const actions = many(statement.Action);
      if (statement.Effect !== 'Allow' || !concerned || !actions.includes(action)) return [statement];
      taken += 1;
      const left = actions.filter((each) => each !== action);
      return left.length > 0 ? [{ ...statement, Action: left }] : [];
    };
    const roles = description.roles.map((role) =>
      role.arn === found.roleArn ? { ...role, statements: role.statements.flatMap(take) } : role,
    );
    if (taken === 0) throw new Error(`The role of ${label} has no grant of ${action} to take away`);
    return { ...description, roles };
  };
}
