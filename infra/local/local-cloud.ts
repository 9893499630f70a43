import { Roles } from './access/roles.ts';
import { LocalClock } from './clock.ts';
import { Gateway } from './gateway/gateway.ts';
import { FunctionRunner } from './lambda/function-runner.ts';
import { processEnvironment } from './lambda/process-environment.ts';
import { ADMINISTRATOR, openStore } from './store/store.ts';
import { synthesize } from './synthesis.ts';
import { describeCloud } from './template/cloud-description.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './template/surroundings.ts';

export async function startLocalCloud() {
  const clock = new LocalClock();
  const gateway = new Gateway();
  await gateway.open(0);
  const synthesis = await synthesize();
  const description = describeCloud(synthesis.directory, {
    region: LOCAL_REGION,
    account: LOCAL_ACCOUNT,
    publicUrl: synthesis.publicUrl,
    gatewayUrl: gateway.url,
    issuer: 'http://127.0.0.1:1',
  });
  const roles = new Roles(description.roles);
  const store = await openStore({
    tables: description.tables.map(({ definition }) => definition),
    principals: [ADMINISTRATOR, ...roles.principals],
    clock: () => clock.now(),
  });
  const runners = new Map(
    description.functions.map((each) => [
      each.arn,
      new FunctionRunner(each, {
        variables: processEnvironment(each, roles.principalOf(each.roleArn), {
          dynamodb: store.endpoint,
          services: 'http://127.0.0.1:1',
        }),
        log: (line) => console.log(`[${each.label}] ${line}`),
      }),
    ]),
  );
  const [api] = description.apis;
  if (!api) throw new Error('no API');
  gateway.lead({
    api,
    invoke: (arn, event) => {
      const runner = runners.get(arn);
      if (!runner) throw new Error(`no function ${arn}`);
      return runner.invoke(event);
    },
    mayInvoke: (arn, source) => description.mayInvoke(arn, 'apigateway.amazonaws.com', source),
    sourceArn: `arn:aws:execute-api:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${api.id}`,
    now: () => clock.now(),
  });
  return {
    url: gateway.url,
    store,
    figures: () => [...runners.values()].map((r) => r.figures),
    close: async () => {
      await gateway.close();
      await Promise.all([...runners.values()].map((runner) => runner.close()));
      await store.close();
    },
  };
}
