import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { DeliveredLogGroup } from './delivered-log-group.ts';

/** Limits of the firewall, and where it says what it turned away. */
export interface FirewallProps {
  /** Requests in five minutes from one address. */
  readonly requestsPerAddress: number;
  /** Its name must begin with `aws-waf-logs-`. */
  readonly log: DeliveredLogGroup;
}

/** Sign-in requests in five minutes from one address: enough for the first hour of a clinic behind one address. */
const SIGN_INS_PER_ADDRESS = 500;

/** Sets of rules that AWS keeps, each with those of its rules that only count here. */
const MANAGED_RULES = [
  // A batch of 200 rows of an import is larger than the 8 KB this rule allows; the functions have limits of their own.
  { name: 'AWSManagedRulesCommonRuleSet', countOnly: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', countOnly: [] },
  { name: 'AWSManagedRulesAmazonIpReputationList', countOnly: [] },
] as const;

/** Turns away known attacks and floods before they reach the gateway. Its log holds neither path, query nor credentials. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      rules: [
        rateRule('flood', 0, props.requestsPerAddress),
        rateRule('sign-in', 1, SIGN_INS_PER_ADDRESS, '/sign-in'),
        ...MANAGED_RULES.map((rules, position) => managedRules(rules.name, 2 + position, rules.countOnly)),
      ],
    });
    this.arn = acl.attrArn;
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [props.log.plainArn],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        ...['authorization', 'cookie', 'referer'].map((name) => ({ singleHeader: { Name: name } })),
      ],
      // Only what was turned away or counted: who used the service as intended is nobody's business.
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
  }
}

function seen(metricName: string): CfnWebACL.VisibilityConfigProperty {
  // Sampled requests would show paths and addresses of ordinary users in the console.
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}

function rateRule(name: string, priority: number, limit: number, path?: string): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig: seen(name),
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit,
        evaluationWindowSec: 300,
        ...(path
          ? {
              scopeDownStatement: {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: 'STARTS_WITH',
                  searchString: path,
                  textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
                },
              },
            }
          : {}),
      },
    },
  };
}

function managedRules(name: string, priority: number, countOnly: readonly string[]): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    visibilityConfig: seen(name),
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}
