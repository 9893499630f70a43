/** A form that changes something is sent once only, however often its button is pressed while the answer is on its way. */

export function sendFormsOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module="app-once"]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent === 'true') event.preventDefault();
      form.dataset.sent = 'true';
    });
  }
  // "Back" may show the page again as it was left: it can then be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
  });
}
