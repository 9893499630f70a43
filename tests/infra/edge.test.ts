import { describe, expect, it } from 'vitest';
import { builtTemplates, onlyResourceOf, resourcesOf, targetOf } from './built-templates.ts';

const { edge, edgeTemplate } = builtTemplates();
const distribution = onlyResourceOf(edgeTemplate, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'] as {
  readonly DefaultCacheBehavior: Readonly<Record<string, unknown>>;
  readonly CacheBehaviors: readonly Readonly<Record<string, unknown>>[];
  readonly WebACLId: unknown;
};
const acl = onlyResourceOf(edgeTemplate, 'AWS::WAFv2::WebACL');
const rules = acl.Properties['Rules'] as readonly { readonly Name: string; readonly Statement: object }[];

/** What would tell who visited, or what: none of it belongs in a log. */
const TELLING = /uri|query|c-ip|cookie|referer|user-agent|host|forwarded|c-country/i;

describe('the edge', () => {
  it('is where CloudFront looks for firewalls and certificates', () => {
    expect(edge.region).toBe('us-east-1');
  });

  it('stands in front of the gateway, over TLS 1.2 on both sides', () => {
    expect(distribution).toMatchObject({
      Aliases: ['test.waiting-lists.example'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      Origins: [
        {
          DomainName: 'origin.test.waiting-lists.example',
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
        },
      ],
    });
  });

  it('keeps no page: only assets are cached', () => {
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(distribution.DefaultCacheBehavior['CachePolicyId']).toBe(cachingDisabled);
    expect(distribution.CacheBehaviors.map((behaviour) => behaviour['PathPattern'])).toEqual(['/assets/*']);
  });

  it('answers the configured countries', () => {
    expect(distribution).toMatchObject({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['GB', 'GG', 'IM', 'JE'] } },
    });
  });
});

describe('the firewall', () => {
  it('guards the distribution', () => {
    expect(targetOf(distribution.WebACLId)).toBe(acl.id);
    expect(acl.Properties['Scope']).toBe('CLOUDFRONT');
  });

  it('turns away known attacks, known bad inputs and addresses of ill repute', () => {
    expect(rules.map(({ Name }) => Name)).toEqual([
      'flood',
      'sign-in',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesAmazonIpReputationList',
    ]);
  });

  it('limits the requests of one address, and its sign-ins more tightly', () => {
    const limits = rules.flatMap(({ Statement }) => {
      const { RateBasedStatement } = Statement as { RateBasedStatement?: { Limit: number } };
      return RateBasedStatement ? [RateBasedStatement.Limit] : [];
    });
    expect(limits).toEqual([10_000, 500]);
  });

  it('lets the body of an import through', () => {
    expect(JSON.stringify(rules[2]?.Statement)).toContain(
      '{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_BODY"}',
    );
  });

  it('logs what it turned away without path, query or credentials, and samples nothing', () => {
    const { Properties } = onlyResourceOf(edgeTemplate, 'AWS::WAFv2::LoggingConfiguration');
    expect(Properties['RedactedFields']).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      { SingleHeader: { Name: 'authorization' } },
      { SingleHeader: { Name: 'cookie' } },
      { SingleHeader: { Name: 'referer' } },
    ]);
    expect(Properties['LoggingFilter']).toMatchObject({ DefaultBehavior: 'DROP' });
    expect(JSON.stringify(acl.Properties)).not.toContain('"SampledRequestsEnabled":true');
  });
});

describe('every answer', () => {
  it('leaves with the security headers, from whichever behaviour', () => {
    const policy = onlyResourceOf(edgeTemplate, 'AWS::CloudFront::ResponseHeadersPolicy').id;
    for (const behaviour of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
      expect(targetOf(behaviour['ResponseHeadersPolicyId'])).toBe(policy);
      expect(behaviour['ViewerProtocolPolicy']).toBe('redirect-to-https');
    }
  });

  it('may not be framed, sniffed, referred from or downgraded, whatever the function set', () => {
    expect(onlyResourceOf(edgeTemplate, 'AWS::CloudFront::ResponseHeadersPolicy').Properties).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
        },
      },
    });
  });

  it('keeps the content policy of its page, and has one that allows nothing where the page has none', () => {
    const { Properties } = onlyResourceOf(edgeTemplate, 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig } = Properties['ResponseHeadersPolicyConfig'] as {
      SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: string; Override: boolean } };
    };
    expect(SecurityHeadersConfig.ContentSecurityPolicy.Override).toBe(false);
    expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain("default-src 'none'");
    expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).not.toContain('unsafe');
  });
});

describe('the access log', () => {
  it('holds nothing that tells who visited, or what', () => {
    const fields = onlyResourceOf(edgeTemplate, 'AWS::Logs::Delivery').Properties['RecordFields'] as string[];
    expect(fields).toEqual(expect.arrayContaining(['sc-status', 'time-taken', 'x-edge-request-id']));
    expect(fields.filter((field) => TELLING.test(field))).toEqual([]);
  });

  it.each(resourcesOf(edgeTemplate, 'AWS::Logs::LogGroup'))(
    '$id is encrypted and not kept for ever',
    ({ Properties }) => {
      expect(targetOf(Properties['KmsKeyId'])).toMatch(/^Key/);
      expect(Properties['RetentionInDays']).toBe(90);
    },
  );
});
