/** Says that a file is too large before it is sent: the gateway would refuse it with less to go by. */

export function checkFileSizes(): void {
  for (const block of document.querySelectorAll<HTMLElement>('[data-module="app-file-size"]')) start(block);
}

function start(block: HTMLElement): void {
  const field = block.querySelector<HTMLInputElement>('input[type="file"]');
  const most = Number(block.dataset.mostBytes);
  if (field === null || Number.isNaN(most)) return;
  const message = document.createElement('p');
  message.className = 'nhsuk-error-message';
  message.setAttribute('role', 'alert');
  field.before(message);

  const isTooLarge = (): boolean => {
    const tooLarge = (field.files?.[0]?.size ?? 0) > most;
    message.textContent = tooLarge ? (block.dataset.tooLarge ?? '') : '';
    message.hidden = !tooLarge;
    field.closest('.nhsuk-form-group')?.classList.toggle('nhsuk-form-group--error', tooLarge);
    return tooLarge;
  };
  message.hidden = true;
  field.addEventListener('change', isTooLarge);
  field.form?.addEventListener(
    'submit',
    (event) => {
      if (!isTooLarge()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.focus();
    },
    // Before the form is marked as sent.
    { capture: true },
  );
}
