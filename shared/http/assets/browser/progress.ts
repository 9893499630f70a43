/** Keeps the bar of something long up to date, and shows the report when it is done. */

const EVERY_MS = 2_000;

export function followProgress(): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-module="app-progress"]')) follow(block);
}

function follow(block: HTMLElement): void {
  const url = block.dataset.statusUrl;
  const bar = block.querySelector('progress');
  const done = block.querySelector('.app-progress__done');
  const total = block.querySelector('.app-progress__total');
  if (url === undefined || bar === null || done === null || total === null) return;
  block.classList.add('app-progress--followed');

  const look = async (): Promise<void> => {
    try {
      const answer = await fetch(url, { headers: { accept: 'application/json' }, cache: 'no-store' });
      if (!answer.ok) throw new Error(String(answer.status));
      const status = readStatus(await answer.json());
      bar.max = status.total;
      bar.value = status.done;
      done.textContent = String(status.done);
      total.textContent = String(status.total);
      if (status.finished) {
        location.reload();
        return;
      }
    } catch {
      // The line or the service is away for a moment. The link to look again comes back, and we keep asking.
      block.classList.remove('app-progress--followed');
    }
    setTimeout(look, EVERY_MS);
  };
  setTimeout(look, EVERY_MS);
}

interface Status {
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

function readStatus(answer: unknown): Status {
  if (typeof answer !== 'object' || answer === null) throw new TypeError('No status');
  const { done, total, finished } = answer as Partial<Record<keyof Status, unknown>>;
  if (typeof done !== 'number' || typeof total !== 'number') throw new TypeError('No status');
  return { done, total, finished: finished === true };
}
