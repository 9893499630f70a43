/** Reads what a browser's form sends: fields as text, and files. Nothing is trusted: sizes and counts are bounded. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { invalid } from '../../domain/error.ts';

/** The most a form may send, bytes: Lambda takes 6 MB, and base64 costs a third. */
export const MAX_FORM_BYTES = 4_400_000;
const MAX_FIELDS = 2000;
/** The most a machine may send. */
const MAX_JSON_CHARACTERS = 20_000;

export interface FormFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** Bytes. */
  readonly size: number;
}

export interface FormBody {
  /** The field's text with line ends as `\n`, or '' where it was not sent. */
  get(name: string): string;
  /** Every value of a field that may be sent more than once. */
  all(name: string): readonly string[];
  file(name: string): FormFile | undefined;
  names(): readonly string[];
}

/** @throws DomainError `invalid` when the body is larger than {@link MAX_FORM_BYTES} or is no form. */
export async function readFormBody(
  event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>,
): Promise<FormBody> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.byteLength > MAX_FORM_BYTES)
    throw invalid(
      'form-too-large',
      'What you sent is too large. Send a smaller file, or import it with the command: npm run import',
    );
  const type = event.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  const data = await parsed(body, type);
  return {
    get: (name) => unixLines(data.get(name)),
    all: (name) => data.getAll(name).map(unixLines),
    file: (name) => fileOf(data.get(name)),
    names: () => [...new Set(data.keys())],
  };
}

/** What a machine sent as JSON. @throws DomainError `invalid` when it is none, or longer than {@link MAX_JSON_CHARACTERS}. */
export function readJsonBody(event: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>): unknown {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
  try {
    if (body.length > MAX_JSON_CHARACTERS) throw new RangeError('too long');
    return JSON.parse(body);
  } catch {
    throw invalid('json-not-understood', 'What was sent is not JSON');
  }
}

async function parsed(body: Buffer, type: string): Promise<FormData> {
  let data: FormData;
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- discouraged for unbounded bodies; ours is bounded and in memory
    data = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw invalid('form-not-understood', 'What you sent could not be read. Go back and try again');
  }
  let fields = 0;
  for (const _ of data.keys()) fields += 1;
  if (fields > MAX_FIELDS) throw invalid('form-too-large', 'What you sent has too many answers');
  return data;
}

type Entry = ReturnType<FormData['get']>;

/** Browsers send line ends as CR LF; people count characters without the CR. */
function unixLines(value: Entry): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function fileOf(value: Entry): FormFile | undefined {
  if (value === null || typeof value === 'string' || (value.size === 0 && value.name === '')) return undefined;
  return { name: value.name, size: value.size, bytes: () => value.bytes() };
}
