import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { type AppOptions, buildApp } from '../../infra/app.ts';

/** The three templates of a stage, with the app they come from. Neither bundled nor held against the security rules. */
export function builtTemplates(options: AppOptions = {}) {
  const built = buildApp({ stage: 'test', bundle: false, check: false, ...options });
  return {
    ...built,
    dataTemplate: Template.fromStack(built.data),
    serviceTemplate: Template.fromStack(built.service),
    edgeTemplate: Template.fromStack(built.edge),
  };
}

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});

/** One resource of a template. */
export type Resource = z.output<typeof resourceSchema> & { readonly id: string };

/** The resources of one type, at least one: a property of none would hold of nothing. */
export function resourcesOf(template: Template, type: string): readonly Resource[] {
  const found = Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    ...resourceSchema.parse(resource),
  }));
  if (found.length === 0) throw new Error(`The template has no ${type}`);
  return found;
}

/** The one resource of a type; it throws when there are more. */
export function onlyResourceOf(template: Template, type: string): Resource {
  const [first, ...others] = resourcesOf(template, type);
  if (!first || others.length > 0) throw new Error(`The template has more than one ${type}`);
  return first;
}

const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]).transform((actions) => [actions].flat()),
  Resource: z.unknown().transform((resources) => (Array.isArray(resources) ? resources : [resources]) as unknown[]),
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});

/** One statement of a policy, its actions and resources always as lists. */
export type Statement = z.output<typeof statementSchema>;

/** The statements of a policy document. */
export function statementsOf(document: unknown): readonly Statement[] {
  return z.object({ Statement: z.array(statementSchema) }).parse(document).Statement;
}

/** The statements of every policy of the role with this logical id, inline or attached. */
export function statementsOfRole(template: Template, roleId: string): readonly Statement[] {
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) => JSON.stringify(Properties['Roles']).includes(`"Ref":"${roleId}"`))
    .flatMap(({ Properties }) => statementsOf(Properties['PolicyDocument']));
}

/** The logical id that a `Ref` or `Fn::GetAtt` points to, or the name of the export an `Fn::ImportValue` takes. */
export function targetOf(value: unknown): string {
  const reference = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((it) => it['Fn::GetAtt'][0]),
      z.object({ 'Fn::ImportValue': z.string() }).transform((it) => it['Fn::ImportValue']),
    ])
    .safeParse(value);
  if (!reference.success) throw new Error(`Not a reference: ${JSON.stringify(value)}`);
  return reference.data;
}
