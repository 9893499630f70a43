/** The whole document around the content of a page. No inline script or style: everything it needs has an address of its own. */
import type { AssetAddresses } from '../assets/addresses.ts';
import { attributes } from './attributes.ts';
import { type FooterLink, footer } from './components/footer.ts';
import { type Account, type HeaderWords, header, type NavigationItem } from './components/header.ts';
import { type SessionTimeoutProps, sessionTimeout } from './components/session-timeout.ts';
import { skipLink } from './components/skip-link.ts';
import { type Content, type Html, html } from './html.ts';

/** What a place's policy says of its look; the policy's own `branding` fits. */
export interface Branding {
  readonly organisation: string;
  readonly serviceName: string;
  /** `#rrggbb`; white text must be readable on it, else the neutral colour is used. */
  readonly headerColour: string;
}

export interface PageProps {
  /** What the page is for, the same for everybody: never a name, number or other fact of a person (promise P8). */
  readonly title: string;
  /** The page came back because something has to be put right: the title says so first, as a screen reader reads it first. */
  readonly hasErrors: boolean;
  readonly branding: Branding;
  readonly homeHref: string;
  /** Who is signed in, or `null`. */
  readonly account: Account | null;
  readonly navigation: readonly NavigationItem[];
  readonly footerLinks: readonly FooterLink[];
  /** The warning before the session ends, where there is a session. */
  readonly sessionTimeout: SessionTimeoutProps | null;
  /** Above the main content: back link or breadcrumbs. */
  readonly beforeContent?: Content;
  readonly content: Content;
  /** The whole width of the window, for lists with many columns. */
  readonly isWide?: boolean;
  /** Between the header and the page: what to know of the page itself, such as that it was translated. */
  readonly note?: Content;
  /** A tag of BCP 47; English when left out. */
  readonly language?: string;
  /** The direction of that language. */
  readonly direction?: 'ltr' | 'rtl';
  /** What the frame says of itself; in English when left out. */
  readonly words?: FrameWords;
}

export interface FrameWords extends HeaderWords {
  readonly skip: string;
  readonly links: string;
  readonly error: string;
}

/** Draws pages with one build's assets. */
export function pageTemplate(assets: AssetAddresses): (props: PageProps) => string {
  const styles = assets.url('app.css');
  const script = assets.url('app.js');
  const icon = assets.url('favicon.svg');
  return (props) => {
    const { branding } = props;
    const head = html`<head><meta charset="utf-8"><title>${title(props)}</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="robots" content="noindex, nofollow"><meta name="format-detection" content="telephone=no"><link rel="icon" href="${icon}" type="image/svg+xml"><link rel="stylesheet" href="${styles}"><link rel="stylesheet" href="${assets.brandUrl(branding.headerColour)}"><script type="module" src="${script}"></script></head>`;
    const document = html`<html ${attributes({ lang: props.language ?? 'en', dir: props.direction ?? 'ltr' })}>${head}<body ${attributes({ class: props.isWide ? 'app-wide' : undefined })}>${skipLink(props.words?.skip)}${header(
      {
        organisation: branding.organisation,
        logo: null,
        serviceName: branding.serviceName,
        homeHref: props.homeHref,
        account: props.account,
        navigation: props.navigation,
        words: props.words,
      },
    )}<div class="nhsuk-width-container">${props.note}${props.beforeContent}<main class="nhsuk-main-wrapper app-main" id="maincontent">${props.content}</main></div>${footer({ links: props.footerLinks, organisation: branding.organisation, heading: props.words?.links })}${timeout(props)}</body></html>`;
    return `<!DOCTYPE html>${document.markup}`;
  };
}

function title(props: PageProps): string {
  return `${props.hasErrors ? `${props.words?.error ?? 'Error:'} ` : ''}${props.title} – ${props.branding.serviceName}`;
}

function timeout(props: PageProps): Html | undefined {
  return props.sessionTimeout === null ? undefined : sessionTimeout(props.sessionTimeout);
}
