/**
 * The top of every page: whose service it is, who is signed in and as what, and the main parts of the service. The brand is
 * neutral: a place shows its own name and, if it holds the right to one, its own logo; never the NHS logo (ADR 0020).
 */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { icon } from './icon.ts';

export interface NavigationItem {
  readonly text: Content;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** Who is signed in. `null` roles link where a person has one role only. */
export interface Account {
  readonly name: string;
  /** As what, e.g. "Clinician, Liverpool". */
  readonly role: string;
  /** Where to choose another role, for those who hold more than one. */
  readonly changeRoleHref: string | null;
  readonly signOut: { readonly action: string; readonly csrfToken: string };
}

/** What the header says of itself. */
export interface HeaderWords {
  readonly account: string;
  readonly signOut: string;
}

const inEnglish: HeaderWords = { account: 'Account', signOut: 'Sign out' };

export interface HeaderProps {
  /** The organisation that runs the service in this place, e.g. "Liverpool". */
  readonly organisation: string;
  readonly logo: { readonly url: string; readonly alt: string } | null;
  readonly serviceName: string;
  readonly homeHref: string;
  readonly account: Account | null;
  readonly navigation: readonly NavigationItem[];
  /** In English unless they are given. */
  readonly words?: HeaderWords | undefined;
}

export function header(props: HeaderProps): Html {
  return html`<header class="nhsuk-header" data-module="nhsuk-header" role="banner"><div class="nhsuk-header__container nhsuk-width-container"><div class="nhsuk-header__service"><a class="nhsuk-header__service-logo" href="${props.homeHref}">${organisation(props)}<span class="nhsuk-header__service-name">${props.serviceName}</span></a></div>${props.account === null ? undefined : account(props.account, props.words ?? inEnglish)}</div>${navigation(props.navigation)}</header>`;
}

function organisation(props: HeaderProps): Html {
  if (props.logo === null) return html`<span class="app-header__organisation">${props.organisation}</span>`;
  return html`<img class="nhsuk-header__organisation-logo" src="${props.logo.url}" width="280" alt="${props.logo.alt}">`;
}

function account(props: Account, words: HeaderWords): Html {
  const role = html`<span class="app-header__role">· ${props.role}</span>`;
  return html`<nav class="nhsuk-header__account" aria-label="${words.account}"><ul class="nhsuk-header__account-list"><li class="nhsuk-header__account-item">${icon('user')}<span><bdi>${props.name}</bdi> ${role}</span></li>${
    props.changeRoleHref === null
      ? undefined
      : html`<li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href="${props.changeRoleHref}">Change role</a></li>`
  }<li class="nhsuk-header__account-item"><form class="nhsuk-header__account-form" action="${props.signOut.action}" method="post" novalidate><input type="hidden" name="csrf" value="${props.signOut.csrfToken}"><button class="nhsuk-header__account-button">${words.signOut}</button></form></li></ul></nav>`;
}

function navigation(items: readonly NavigationItem[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<nav class="nhsuk-header__navigation" aria-label="Menu"><div class="nhsuk-header__navigation-container nhsuk-width-container"><ul class="nhsuk-header__navigation-list">${items.map(
    (item) =>
      html`<li class="${classes('nhsuk-header__navigation-item', item.isCurrent && 'nhsuk-header__navigation-item--current')}"><a class="nhsuk-header__navigation-link" href="${item.href}" ${attributes({ 'aria-current': item.isCurrent ? 'page' : undefined })}>${
        item.isCurrent
          ? html`<strong class="nhsuk-header__navigation-item-current-fallback">${item.text}</strong>`
          : item.text
      }</a></li>`,
  )}<li class="nhsuk-header__menu" hidden><button class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu" aria-expanded="false"><span class="nhsuk-u-visually-hidden">Browse </span>More</button></li></ul></div></nav>`;
}
