/** The senders against what stands for the other side on this machine: what it takes, refuses, delays and loses. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NotifyService, type TakenMessage } from '../../infra/local/outside/notify-service.ts';
import { emailBySes } from '../../shared/adapters/messages/email.ts';
import { letterByNotify, type NotifySettings, textByNotify } from '../../shared/adapters/messages/gov-uk-notify.ts';
import { postOutside } from '../../shared/adapters/messages/post-outside.ts';
import { signatureOf, signedWebhook, workflowPost } from '../../shared/adapters/messages/webhook.ts';
import type { Outgoing } from '../../shared/application/ports/senders.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';

const WHAT: Outgoing = {
  ...{
    reference: 'w8Xc2Vb4Nm6Lk0Jh',
    place: 'liverpool',
    type: 'alert.raised',
    attempt: 2,
    isRepeat: false,
    at: parseInstant('2026-11-02T12:00:00Z'),
  },
  ...{
    subject: 'You have an update',
    text: 'You have an update.',
    url: 'https://waiting-lists.example/alerts/h2Jk4Lm6No8Pq0Rs',
  },
};
const KEY = { serviceId: '8c2f5f5e-0000-4000-8000-000000000001', secret: '8c2f5f5e-0000-4000-8000-000000000002' };

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  readonly body: string;
}

/** A server on this machine that answers as a test says. */
class OtherSide {
  readonly seen: Seen[] = [];
  answer: (
    seen: Seen,
    method: string,
  ) => Promise<{ status: number; body?: unknown; headers?: Record<string, string> } | 'cut-off'> = async () => ({
    status: 204,
  });
  readonly #server: Server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const seen = { headers: message.headers, path: message.url ?? '', body: Buffer.concat(chunks).toString() };
      this.seen.push(seen);
      void this.answer(seen, message.method ?? '').then((answer) => {
        if (answer === 'cut-off') response.destroy();
        else response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body ?? null));
      });
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}

const other = new OtherSide();
beforeAll(() => other.open());
afterAll(() => other.close());
afterEach(() => {
  other.seen.length = 0;
  other.answer = async () => ({ status: 204 });
});

const TEMPLATES = { text: 'text-template', letter: 'letter-template', largePrint: 'large-print-template' };

describe('texts and letters by GOV.UK Notify', () => {
  const taken: TakenMessage[] = [];
  const notify = new NotifyService(
    (id) => (id === KEY.serviceId ? KEY.secret : undefined),
    (message) => taken.push(message),
  );
  const settings = (more: Partial<NotifySettings> = {}): NotifySettings => ({
    ...{ url: other.url, key: async () => KEY, templates: TEMPLATES },
    ...more,
  });
  const asNotify = () => {
    taken.length = 0;
    other.answer = ({ headers, path, body }, method) =>
      notify.answer({ method, path, authorization: headers.authorization ?? '', body });
  };

  it('are taken with the template, the words and our reference, under a token of the service', async () => {
    asNotify();
    expect(await textByNotify(settings())('+447700900123', WHAT)).toEqual({ isSent: true });
    const lines = ['A Family', '1 Example Street', 'Liverpool', 'L1 8JQ'];
    expect(await letterByNotify(settings())(lines, { ...WHAT, reference: 'anotherReference' })).toEqual({
      isSent: true,
    });
    expect(taken).toEqual([
      {
        channel: 'text',
        to: ['+447700900123'],
        body: `${WHAT.text}\n${WHAT.url}`,
        reference: 'liverpool/w8Xc2Vb4Nm6Lk0Jh',
      },
      { channel: 'letter', to: lines, body: `${WHAT.text}\n${WHAT.url}`, reference: 'liverpool/anotherReference' },
    ]);
    expect(JSON.parse(other.seen[0]?.body ?? '')).toMatchObject({ template_id: 'text-template' });
  });

  it('are letters in large print for whoever asked for them', async () => {
    asNotify();
    const lines = ['A Family', '1 Example Street', 'Liverpool', 'L1 8JQ'];
    for (const largePrint of [true, false]) {
      const what = { ...WHAT, reference: `in large print: ${largePrint}`, family: { ending: '', largePrint } };
      expect(await letterByNotify(settings())(lines, what)).toEqual({ isSent: true });
    }
    const templates = other.seen.slice(-2).map(({ body }) => JSON.parse(body).template_id);
    expect(templates).toEqual(['large-print-template', 'letter-template']);
  });

  it.each([
    ['all seven lines', ['A Family', 'Flat 2', 'The House', '1 Example Street', 'Speke', 'Liverpool', 'L1 8JQ'], true],
    [
      'eight lines',
      ['A Family', 'Flat 2', 'The House', 'Yard', '1 Example Street', 'Speke', 'Liverpool', 'L1 8JQ'],
      false,
    ],
    ['no street', ['A Family', 'L1 8JQ'], false],
    ['no postcode at its end', ['A Family', '1 Example Street', 'Liverpool'], false],
  ])('are sent to an address of %s, or refused for good', async (_what, lines, isSent) => {
    asNotify();
    const outcome = await letterByNotify(settings())(lines, { ...WHAT, reference: `to ${lines.length} lines` });
    expect(outcome).toEqual(isSent ? { isSent } : { isSent, problem: 'notify-refused', isFinal: true });
    expect(taken.map(({ to }) => to)).toEqual(isSent ? [lines] : []);
    const sent = JSON.parse(other.seen[0]?.body ?? '') as { personalisation: Record<string, string> };
    for (const [at, line] of lines.entries()) expect(sent.personalisation[`address_line_${at + 1}`]).toBe(line);
  });

  it('whose answer was lost are asked for before they are sent again', async () => {
    asNotify();
    const losing = other.answer;
    const reference = 'lostAnswer_00000';
    other.answer = async (seen, method) => {
      await losing(seen, method);
      return 'cut-off';
    };
    const outcome = { isSent: false, problem: 'notify-unavailable', isFinal: false };
    expect(await textByNotify(settings())('+447700900123', { ...WHAT, reference })).toEqual(outcome);
    other.answer = losing;
    expect(await textByNotify(settings())('+447700900123', { ...WHAT, reference, isRepeat: true })).toEqual({
      isSent: true,
    });
    expect(taken).toHaveLength(1);
    const never = { ...WHAT, reference: 'neverArrived_000', isRepeat: true };
    expect(await textByNotify(settings())('+447700900123', never)).toEqual({ isSent: true });
    expect(taken).toHaveLength(2);
  });

  it('wait where a repeat cannot be asked about', async () => {
    other.answer = async () => ({ status: 500 });
    const outcome = await textByNotify(settings())('+447700900123', { ...WHAT, isRepeat: true });
    expect(outcome).toEqual({ isSent: false, problem: 'notify-unavailable', isFinal: false });
    expect(other.seen).toHaveLength(1);
  });

  it.each([
    [429, 'notify-busy', false],
    [500, 'notify-unavailable', false],
    [503, 'notify-unavailable', false],
    [400, 'notify-refused', true],
    [403, 'notify-not-authorised', false],
  ])('that are answered with %i: %s, final %s', async (status, problem, isFinal) => {
    other.answer = async () => ({ status, body: { errors: [] } });
    expect(await textByNotify(settings())('+447700900123', WHAT)).toEqual({ isSent: false, problem, isFinal });
  });

  it('are refused under a key that is not the service’s', async () => {
    asNotify();
    const wrong = settings({ key: async () => ({ ...KEY, secret: 'something else altogether' }) });
    expect(await textByNotify(wrong)('+447700900123', WHAT)).toMatchObject({ problem: 'notify-not-authorised' });
    const old = settings({ clock: () => Date.now() - 120_000 });
    expect(await textByNotify(old)('+447700900123', WHAT)).toMatchObject({ problem: 'notify-not-authorised' });
    expect(taken).toEqual([]);
  });

  it('are not waited for longer than a call may take', async () => {
    const fetch: NotifySettings['fetch'] = async (_url, init) => {
      init?.signal?.throwIfAborted();
      throw new DOMException('The operation timed out', 'TimeoutError');
    };
    expect(await textByNotify(settings({ fetch }))('+447700900123', WHAT)).toMatchObject({
      problem: 'notify-unavailable',
    });
  });

  it('are none where Notify is not used', async () => {
    const unused = settings({ templates: { text: null, letter: null, largePrint: null } });
    expect(await textByNotify(unused)('+447700900123', WHAT)).toMatchObject({
      problem: 'notify-not-set-up',
      isFinal: true,
    });
    expect(other.seen).toEqual([]);
  });
});

describe('webhooks', () => {
  const system = { loopback: true };
  const to = () => ({ url: `${other.url}/hooks/board`, secret: 'a secret that only both of us know' });

  it('are signed over timestamp and body, and named by the message', async () => {
    expect(await signedWebhook(system)(to(), WHAT)).toEqual({ isSent: true });
    const [seen] = other.seen;
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': WHAT.reference,
      'webhook-timestamp': '1793620800',
      'webhook-signature': signatureOf(to().secret, '1793620800', seen?.body ?? ''),
    });
    expect(seen?.headers['webhook-signature']).toMatch(/^v1=[0-9a-f]{64}$/);
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      ...{ id: WHAT.reference, type: 'alert.raised', place: 'liverpool', text: WHAT.text, url: WHAT.url },
    });
    expect(signatureOf('other', '1793620800', seen?.body ?? '')).not.toBe(seen?.headers['webhook-signature']);
  });

  it('to a chat are a card with a line and a way to read more', async () => {
    expect(await workflowPost(system)(to(), WHAT)).toEqual({ isSent: true });
    const card = JSON.parse(other.seen[0]?.body ?? '');
    expect(card.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl', url: WHAT.url }] },
    });
  });

  it.each([
    [200, { isSent: true }],
    [302, { isSent: false, problem: 'answered-302', isFinal: false }],
    [404, { isSent: false, problem: 'answered-404', isFinal: false }],
    [410, { isSent: false, problem: 'answered-410', isFinal: true }],
    [500, { isSent: false, problem: 'answered-500', isFinal: false }],
  ])('that are answered with %i', async (status, outcome) => {
    other.answer = async () => ({ status, headers: { location: `${other.url}/elsewhere` } });
    expect(await signedWebhook(system)(to(), WHAT)).toEqual(outcome);
    // Redirections are not followed.
    expect(other.seen.map(({ path }) => path)).toEqual(['/hooks/board']);
  });

  it('are given up when nobody is there, the connection is cut, or the answer does not come', async () => {
    other.answer = async () => 'cut-off';
    expect(await signedWebhook(system)(to(), WHAT)).toMatchObject({ problem: 'not-reached', isFinal: false });
    expect(await signedWebhook(system)({ ...to(), url: 'http://127.0.0.1:9/' }, WHAT)).toMatchObject({
      problem: 'not-reached',
    });
    let answered = () => {};
    other.answer = async () => {
      await new Promise<void>((resolve) => {
        answered = resolve;
      });
      return { status: 200 };
    };
    expect(await signedWebhook({ ...system, timeoutMilliseconds: 100 })(to(), WHAT)).toMatchObject({
      problem: 'timed-out',
    });
    answered();
    await sleep(0);
  });
});

describe('what is posted outside', () => {
  const resolving = (addresses: readonly string[]): NonNullable<Parameters<typeof postOutside>[0]['resolve']> => {
    const resolve = (_name: string, _options: unknown, done: (error: null, all: unknown) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    return resolve as never;
  };

  it('reaches no address of this machine or its network, whatever name leads there', async () => {
    for (const addresses of [['127.0.0.1'], ['10.0.0.7'], ['169.254.169.254'], ['::1'], ['8.8.8.8', '10.0.0.7']]) {
      const answer = await postOutside(
        { loopback: false, resolve: resolving(addresses) },
        'https://rebound.example.org/',
        {},
        '{}',
      );
      expect(answer, addresses.join()).toEqual({ problem: 'address-refused' });
    }
    expect(other.seen).toEqual([]);
  });

  it('is refused before anything is looked up where the address itself is none to write to', async () => {
    const never = (() => {
      throw new Error('nothing is to be looked up');
    }) as never;
    for (const url of [
      `${other.url}/`,
      'https://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
      'file:///etc/passwd',
    ])
      expect(await postOutside({ loopback: false, resolve: never }, url, {}, '{}')).toEqual({
        problem: 'address-refused',
      });
  });

  it('says when a name leads nowhere', async () => {
    const answer = await postOutside(
      { loopback: false, resolve: resolving([]) },
      'https://nowhere.example.org/',
      {},
      '{}',
    );
    expect(answer).toEqual({ problem: 'not-reached' });
  });
});

describe('e-mails by SES', () => {
  const ses = mockClient(SESv2Client);
  const CREDENTIALS = { accessKeyId: 'id', secretAccessKey: 'secret' };
  const client = new SESv2Client({ region: 'eu-west-2', credentials: CREDENTIALS });
  const settings = { from: 'updates@waiting-lists.example', configurationSet: 'told' };
  const send = () => emailBySes({ ...settings, client })('priya@staff.example', WHAT);
  afterEach(() => ses.reset());

  it('carry words, where to sign in, and our reference', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '1' });
    expect(await send()).toEqual({ isSent: true });
    const input = ses.commandCalls(SendEmailCommand)[0]?.args[0].input;
    expect(input).toMatchObject({
      FromEmailAddress: 'updates@waiting-lists.example',
      Destination: { ToAddresses: ['priya@staff.example'] },
      ConfigurationSetName: 'told',
      EmailTags: [
        { Name: 'place', Value: 'liverpool' },
        { Name: 'reference', Value: WHAT.reference },
        { Name: 'attempt', Value: '2' },
      ],
    });
    expect(input?.Content?.Simple?.Subject?.Data).toBe(WHAT.subject);
    expect(input?.Content?.Simple?.Body?.Text?.Data).toContain(WHAT.url);
    expect(input?.Content?.Simple?.Headers).toEqual([{ Name: 'X-Message-Reference', Value: WHAT.reference }]);
  });

  it.each([
    ['MessageRejected', 400, 'email-refused', true],
    ['TooManyRequestsException', 429, 'email-unavailable', false],
    ['SendingPausedException', 400, 'email-unavailable', false],
  ])('that are refused as %s: %s %s, final %s', async (name, httpStatusCode, problem, isFinal) => {
    ses.on(SendEmailCommand).rejects(Object.assign(new Error('no'), { name, $metadata: { httpStatusCode } }));
    expect(await send()).toEqual({ isSent: false, problem, isFinal });
  });

  describe('over the network', () => {
    const overNetwork = async (endpoint: string) => {
      ses.restore();
      const real = new SESv2Client({ region: 'eu-west-2', credentials: CREDENTIALS, endpoint, maxAttempts: 1 });
      return emailBySes({ ...settings, client: real })('priya@staff.example', WHAT);
    };
    const unheard = { isSent: false, problem: 'email-unheard', isFinal: false, mayHaveArrived: true };

    it('may have arrived when the answer is cut off, or is a failure of SES', async () => {
      other.answer = async () => 'cut-off';
      expect(await overNetwork(other.url)).toEqual(unheard);
      other.answer = async () => ({ status: 500, body: { message: 'InternalFailure' } });
      expect(await overNetwork(other.url)).toEqual(unheard);
      // One attempt each: another is made by whoever counts them.
      expect(other.seen).toHaveLength(2);
    });

    it('never left when nobody listens', async () => {
      const gone = new OtherSide();
      await gone.open();
      const { url } = gone;
      gone.close();
      const outcome = await overNetwork(url);
      expect(outcome).toEqual({ isSent: false, problem: 'email-unavailable', isFinal: false });
    });
  });
});
