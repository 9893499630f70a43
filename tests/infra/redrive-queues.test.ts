/** The way back from every dead-letter queue: one queue leads there, and the function that gave up takes from it. */
import { describe, expect, it } from 'vitest';
import { deadLetterNames } from '../../functions/web/pages/operations/dead-letter-names.ts';
import { FUNCTION_METADATA } from '../../infra/constructs/service-function.ts';
import { builtTemplates, resourcesOf, statementsOfRole, targetOf } from './built-templates.ts';

const { serviceTemplate } = builtTemplates();
const queues = resourcesOf(serviceTemplate, 'AWS::SQS::Queue');
const functions = resourcesOf(serviceTemplate, 'AWS::Lambda::Function');
const mappings = resourcesOf(serviceTemplate, 'AWS::Lambda::EventSourceMapping');

const letters = queues.filter(({ id }) => id.includes('DeadLetters'));
/** Which queue puts back into which function what a dead-letter queue holds. */
function wayBackFrom(id: string) {
  const leading = queues.filter(({ Properties }) => {
    const policy = Properties['RedrivePolicy'] as { deadLetterTargetArn?: unknown } | undefined;
    return policy !== undefined && targetOf(policy.deadLetterTargetArn) === id;
  });
  const [queue] = leading;
  const mapping = mappings.find(({ Properties }) => targetOf(Properties['EventSourceArn']) === queue?.id);
  const consumer = functions.find(({ id: one }) => one === targetOf(mapping?.Properties['FunctionName']));
  return { leading, queue, mapping, consumer, name: String(consumer?.Metadata[FUNCTION_METADATA]) };
}

describe('what was given up', () => {
  it('goes back to the function that gave it up, from every queue', () => {
    const ways = letters.map(({ id }) => [id.replace(/DeadLetters.*/, ''), wayBackFrom(id).name]);
    expect(Object.fromEntries(ways)).toEqual({
      PublishChanges: 'publish-changes',
      WatchDeadlines: 'watch-deadlines',
      KeepAuditHeads: 'keep-audit-heads',
      TakeCensus: 'take-census',
      SendMessages: 'send-messages',
      AlertEvents: 'notify',
      EmailReceipts: 'record-email-receipts',
    });
  });

  it('is shown to operators by a name', () => {
    const named = Object.keys(deadLetterNames).map((queue) => letters.filter(({ id }) => id.startsWith(queue)).length);
    expect(named).toEqual(letters.map(() => 1));
  });

  it.each(letters)('$id has one way back, on which nothing is taken twice at once or tried for ever', ({ id }) => {
    const { leading, queue, mapping, consumer } = wayBackFrom(id);
    expect(leading).toHaveLength(1);
    const timeout = Number(consumer?.Properties['Timeout']);
    expect(Number(queue?.Properties['VisibilityTimeout'])).toBeGreaterThanOrEqual(6 * timeout);
    expect(mapping?.Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it.each(letters)('$id is put back by a function that may take from that queue alone', ({ id }) => {
    const { queue, consumer } = wayBackFrom(id);
    const granted = statementsOfRole(serviceTemplate, targetOf(consumer?.Properties['Role'])).filter(({ Action }) =>
      JSON.stringify(Action).includes('sqs:ReceiveMessage'),
    );
    expect(granted).toHaveLength(1);
    expect(JSON.stringify(granted[0]?.Resource)).toContain(`"${queue?.id}"`);
    expect([granted[0]?.Action].flat().sort()).toEqual([
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ]);
  });
});
