import { choosePreferences, ownPreferences } from '../../../shared/application/messages/own-preferences.ts';
import {
  chosenPreferencesSchema,
  type Preferences,
  preferencesSchema,
} from '../../../shared/domain/message/preferences.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

const response = preferencesSchema.omit({ version: true });

/** An ETag begins at 1: that of somebody who has chosen nothing yet. */
function answer({ version, ...body }: Preferences) {
  return { body, version: version + 1 };
}

export const notificationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/me/notifications',
    id: 'readOwnNotifications',
    tag: 'You',
    summary: 'How you are told of alerts',
    action: 'me.notifications',
    response,
    async handle({ call }, deps) {
      return answer(await ownPreferences(deps, call));
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/v1/me/notifications',
    id: 'chooseOwnNotifications',
    tag: 'You',
    summary: 'Choose how you are told of alerts',
    description:
      'By e-mail and text, at once or in a daily summary, for each severity; not in your quiet hours; and who is told instead while you are away. What is past its date cannot be silenced.',
    action: 'me.notifications',
    body: chosenPreferencesSchema,
    response,
    async handle({ body, seen, call }, deps) {
      return answer(await choosePreferences(deps, call, body, seen - 1));
    },
  }),
];
