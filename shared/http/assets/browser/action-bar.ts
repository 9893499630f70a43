/** Says how many rows are chosen, and offers to choose all of the page. */

export function startActionBars(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-module="app-action-bar"]')) start(bar);
}

function start(bar: HTMLElement): void {
  const form = bar.closest('form');
  const label = bar.querySelector('.app-action-bar__label');
  if (form === null || label === null) return;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('.app-select input[type="checkbox"]')];
  if (boxes.length === 0) return;

  const all = document.createElement('button');
  all.type = 'button';
  all.className = 'app-link-button app-action-bar__all';
  label.after(all);
  const count = document.createElement('span');
  count.className = 'app-action-bar__count';
  count.setAttribute('role', 'status');
  label.after(count);

  const show = (): void => {
    const chosen = boxes.filter((box) => box.checked).length;
    count.textContent = `${chosen} of ${boxes.length} chosen`;
    all.textContent = chosen === boxes.length ? 'Choose none' : 'Choose all on this page';
    for (const box of boxes) box.closest('tr')?.classList.toggle('app-row--chosen', box.checked);
  };
  all.addEventListener('click', () => {
    const choose = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = choose;
    show();
  });
  form.addEventListener('change', show);
  addEventListener('pageshow', show);
  show();
}
