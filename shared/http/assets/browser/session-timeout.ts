/** Warns before the session ends, lets the person stay, and leaves the page when it has ended so that no record stays on a screen. */

/** What every tab of the browser is told when one of them stays signed in. */
const CHANNEL = 'app-session';

export function watchSession(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-module="app-session-timeout"]');
  if (dialog !== null) watch(dialog);
}

function watch(dialog: HTMLDialogElement): void {
  const warnAfterMs = Number(dialog.dataset.warnAfter) * 1_000;
  const endAfterMs = Number(dialog.dataset.endAfter) * 1_000;
  const endedUrl = dialog.dataset.endedUrl ?? '/';
  const left = dialog.querySelector('[data-app-left]');
  const announcement = dialog.querySelector<HTMLElement>('[data-app-announcement]');
  const stay = dialog.querySelector<HTMLFormElement>('[data-app-stay]');
  const tabs = new BroadcastChannel(CHANNEL);
  // A laptop that slept has missed its timers: what counts is the time of day, looked at every second.
  let began = Date.now();

  const prolong = (): void => {
    began = Date.now();
    if (dialog.open) dialog.close();
  };

  const look = (): void => {
    const passed = Date.now() - began;
    if (passed >= endAfterMs) {
      location.assign(endedUrl);
      return;
    }
    if (passed >= warnAfterMs) {
      const seconds = Math.ceil((endAfterMs - passed) / 1_000);
      if (left !== null) left.textContent = inWords(seconds);
      // Said when the warning opens and at each full minute, not every second.
      if (announcement !== null && (!dialog.open || seconds % 60 === 0)) {
        announcement.textContent = (announcement.dataset.appAnnouncement ?? '').replace('{time}', inWords(seconds));
      }
      if (!dialog.open) dialog.showModal();
    }
    setTimeout(look, 1_000);
  };

  stay?.addEventListener('submit', (event) => {
    event.preventDefault();
    void fetch(stay.action, { method: 'POST', body: new URLSearchParams(fieldsOf(stay)), redirect: 'manual' })
      .then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        prolong();
        tabs.postMessage('stayed');
      })
      // The session is over already, or the line is away: the page itself will say which.
      .catch(() => location.assign(endedUrl));
  });
  // Escape closes the warning, which is a wish to stay.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay?.requestSubmit();
  });
  tabs.addEventListener('message', prolong);
  setTimeout(look, 1_000);
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/** In the language of the page, with the digits of its other numbers. */
function inWords(seconds: number): string {
  const unit = seconds < 60 ? 'second' : 'minute';
  const left = unit === 'second' ? seconds : Math.ceil(seconds / 60);
  const locale = new Intl.Locale(document.documentElement.lang || 'en', { numberingSystem: 'latn' });
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(left);
}
