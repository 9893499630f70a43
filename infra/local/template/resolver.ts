import type { StackTemplate, TemplateResource } from './assembly.ts';
import { fillIn, type Lookup, resolveValue } from './intrinsics.ts';
import { identityOf, type ResourceIdentity } from './resource-identity.ts';
import { LOCAL_POOL_ID, type Surroundings } from './surroundings.ts';

/** One resource with every intrinsic function in it resolved. */
export interface ResolvedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly identity: ResourceIdentity;
  /** Absolute path of an asset by the key of the object it would be uploaded as. */
  readonly asset: (objectKey: string) => string | undefined;
}

/**
 * Resolves all resources of an app as CloudFormation would after a deployment, references between stacks included.
 * Resources whose condition is false are left out.
 * @throws Error that names stack and resource when a reference leads nowhere.
 */
export function resolveStacks(
  stacks: readonly StackTemplate[],
  surroundings: Surroundings,
): readonly ResolvedResource[] {
  const scopes = new Map<string, StackScope>();
  for (const stack of stacks) scopes.set(stack.name, new StackScope(stack, surroundings, () => [...scopes.values()]));
  return [...scopes.values()].flatMap((scope) => scope.resources());
}

/** Looks names up for the templates of one stack. */
class StackScope implements Lookup {
  readonly #stack: StackTemplate;
  readonly #surroundings: Surroundings;
  readonly #others: () => readonly StackScope[];
  readonly #identities = new Map<string, ResourceIdentity>();

  constructor(stack: StackTemplate, surroundings: Surroundings, others: () => readonly StackScope[]) {
    this.#stack = stack;
    this.#surroundings = surroundings;
    this.#others = others;
  }

  resources(): readonly ResolvedResource[] {
    return Object.entries(this.#stack.template.Resources).flatMap(([logicalId, resource]) => {
      if (resource.Condition !== undefined && !this.condition(resource.Condition)) return [];
      return this.#resolved(logicalId, resource);
    });
  }

  #resolved(logicalId: string, resource: TemplateResource): ResolvedResource {
    try {
      return {
        stack: this.#stack.name,
        logicalId,
        type: resource.Type,
        properties: asRecord(resolveValue(resource.Properties, this)),
        metadata: resource.Metadata,
        identity: this.#identity(logicalId),
        asset: (objectKey) => this.#stack.assets.get(objectKey),
      };
    } catch (cause) {
      throw new Error(`${this.#stack.name}/${logicalId} (${resource.Type}) cannot be resolved`, { cause });
    }
  }

  #identity(logicalId: string): ResourceIdentity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#stack.template.Resources[logicalId];
    if (!resource) throw new Error(`${this.#stack.name} has no resource ${logicalId}`);
    const identity = identityOf(
      resource.Type,
      { stack: this.#stack.name, logicalId, surroundings: this.#surroundings },
      (name) => {
        const value = resource.Properties[name];
        return value === undefined ? undefined : String(resolveValue(value, this));
      },
    );
    this.#identities.set(logicalId, identity);
    return identity;
  }

  ref(name: string): unknown {
    const pseudo = this.#pseudoParameter(name);
    if (pseudo !== undefined) return pseudo;
    const parameter = this.#stack.template.Parameters[name];
    if (parameter) {
      const value = this.#surroundings.parameters?.[name] ?? parameter.Default;
      if (value === undefined) throw new Error(`the parameter ${name} has neither a value nor a default`);
      return value;
    }
    return this.#identity(name).ref;
  }

  attribute(logicalId: string, name: string): unknown {
    const { attributes, placeholder } = this.#identity(logicalId);
    const value = attributes[name] ?? (placeholder === undefined ? undefined : `${placeholder}.${name}`);
    if (value === undefined) {
      const type = this.#stack.template.Resources[logicalId]?.Type;
      throw new Error(`the local cloud knows no attribute ${name} of ${logicalId} (${type})`);
    }
    return value;
  }

  condition(name: string): boolean {
    const condition = this.#stack.template.Conditions[name];
    if (condition === undefined) throw new Error(`there is no condition ${name}`);
    return resolveValue(condition, this) === true;
  }

  mapping(map: string, first: string, second: string): unknown {
    const value = this.#stack.template.Mappings[map]?.[first]?.[second];
    if (value === undefined) throw new Error(`there is no mapping ${map}.${first}.${second}`);
    return value;
  }

  exported(name: string): unknown {
    for (const scope of this.#others()) {
      for (const output of Object.values(scope.#stack.template.Outputs)) {
        if (output.Export && resolveValue(output.Export.Name, scope) === name) return resolveValue(output.Value, scope);
      }
    }
    throw new Error(`no stack exports ${name}`);
  }

  stackOutput(stack: string, name: string): unknown {
    const scope = this.#others().find((other) => other.#stack.name === stack);
    const output = scope === undefined ? undefined : scope.#stack.template.Outputs[name];
    if (!scope || !output) throw new Error(`the stack ${stack} has no output ${name}`);
    return resolveValue(output.Value, scope);
  }

  finish(text: string): string {
    return localAddress(text, this.#surroundings);
  }

  #pseudoParameter(name: string): unknown {
    const { region, account } = this.#surroundings;
    switch (name) {
      case 'AWS::Region':
        return region;
      case 'AWS::AccountId':
        return account;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return this.#stack.name;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${region}:${account}:stack/${this.#stack.name}/local`;
      case 'AWS::NotificationARNs':
        return [];
      case 'AWS::NoValue':
        return fillIn.nothing;
      default:
        return undefined;
    }
  }
}

/** Public addresses become this machine's, wherever a template spells them out: the site, the API, the user pool. */
function localAddress(text: string, { region, publicUrl, gatewayUrl, issuer }: Surroundings): string {
  if (!text.includes('https://')) return text;
  return text
    .replaceAll(publicUrl, gatewayUrl)
    .replaceAll(`https://cognito-idp.${region}.amazonaws.com/${LOCAL_POOL_ID}`, issuer)
    .replaceAll(new RegExp(`https://[a-z0-9]{10}\\.execute-api\\.${region}\\.amazonaws\\.com`, 'g'), gatewayUrl);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}
