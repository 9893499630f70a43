/** News about the page's subject: something just done, or something to know. */
import { type Content, type Html, html } from '../html.ts';

export interface NotificationBannerProps {
  readonly variant: 'success' | 'important';
  /** Above the heading; in English unless it is given. */
  readonly title?: string;
  /** One sentence. */
  readonly heading: Content;
  /** More, in paragraphs. */
  readonly content?: Content;
  /** Needed where a page shows more than one banner. */
  readonly id?: string;
}

export function notificationBanner(props: NotificationBannerProps): Html {
  const isSuccess = props.variant === 'success';
  const titleId = props.id === undefined ? 'nhsuk-notification-banner-title' : `${props.id}-title`;
  const className = isSuccess
    ? 'nhsuk-notification-banner nhsuk-notification-banner--success'
    : 'nhsuk-notification-banner';
  return html`<div class="${className}" data-module="nhsuk-notification-banner" role="${isSuccess ? 'alert' : 'region'}" aria-labelledby="${titleId}"><div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="${titleId}">${props.title ?? (isSuccess ? 'Success' : 'Important')}</h2></div><div class="nhsuk-notification-banner__content"><h3 class="nhsuk-notification-banner__heading">${props.heading}</h3>${props.content}</div></div>`;
}
