/**
 * Sends a form's parts one by one behind its progress bar, then the form itself, which shows what came of them. When the
 * service cannot be reached the form keeps the parts that are left: its button goes on with them, as it does without this
 * script.
 */

/** Waits between tries of one part. */
const WAITS_MS = [1_000, 3_000];

export function sendInParts(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-app-pace]'))
    field.value = field.dataset.appPace ?? '';
  for (const block of document.querySelectorAll<HTMLElement>('[data-module="app-parts"]')) start(block);
}

function start(block: HTMLElement): void {
  const form = block.closest('form');
  const bar = block.querySelector('progress');
  const done = block.querySelector('.app-progress__done');
  const fault = block.querySelector<HTMLElement>('.app-progress__fault');
  const parts = form === null ? [] : [...form.querySelectorAll<HTMLInputElement>('input[name="part"]')];
  if (form === null || bar === null || done === null || fault === null || parts.length === 0) return;
  const names = (block.dataset.with ?? '').split(' ');
  const common = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && names.includes(name) ? [[name, value]] : [],
  );

  const send = async (): Promise<void> => {
    block.classList.add('app-progress--sending');
    try {
      for (const part of parts) {
        if (!part.isConnected || part.name !== 'part') continue;
        const told = await toldBy(form.action, [...common, ['send', 'one'], ['part', part.value]]);
        bar.value += Number.parseInt(part.value, 10);
        done.textContent = String(bar.value);
        if (told === '') part.remove();
        else {
          part.name = 'told';
          part.value = told;
        }
      }
      form.submit();
    } catch {
      block.classList.remove('app-progress--sending');
      fault.hidden = false;
    }
  };
  void send();
}

/** What the service tells of one part; asked again when the line is away for a moment. */
async function toldBy(address: string, fields: readonly [string, string][]): Promise<string> {
  for (const wait of WAITS_MS) {
    try {
      return await once(address, fields);
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    }
  }
  return once(address, fields);
}

async function once(address: string, fields: readonly [string, string][]): Promise<string> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const answer = await fetch(address, { method: 'POST', body, redirect: 'error', cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  const said: unknown = await answer.json();
  if (typeof said !== 'object' || said === null || !('told' in said)) throw new TypeError('Not an answer to a part');
  return String(said.told);
}
