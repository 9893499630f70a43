import type { Community, CommunityPapers } from '../../application/ports/community.ts';
import { addDays, type LocalDate } from '../../domain/calendar/local-date.ts';
import { answerCollection, type CommunityKind, communityCollection, registerCollection, seekerKey } from './keys.ts';
import {
  answersShape,
  helpShape,
  meetingShape,
  noticeShape,
  type PaperShape,
  questionnaireShape,
  registerShape,
  seekerShape,
} from './stored-community.ts';
import { readItem } from './stored-item.ts';
import { EXPIRES_ATTRIBUTE } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** What a place and its families write for one another, in the records table: each kind of a place is one collection. */
export function communityInTable(records: TableAccess): Community {
  const of = (kind: CommunityKind) => (place: string) => communityCollection(place, kind);
  const notices = papersInTable(records, noticeShape, of('NOTICE'), ({ begunOn, id }) => `${begunOn}#${id}`);
  return {
    help: papersInTable(records, helpShape, of('HELP')),
    notices: {
      ...notices,
      // The address of a notice does not say when it was begun; a place has a few dozen.
      get: async (place, id) => (await notices.list(place)).find((notice) => notice.id === id),
      async since(place, day) {
        const between = { from: day, to: '9999' };
        const items = await records.all({ partition: communityCollection(place, 'NOTICE'), between });
        return items.map((item) => readItem(noticeShape, item).paper);
      },
    },
    meetings: papersInTable(records, meetingShape, of('MEETING')),
    registers: papersInTable(records, registerShape, registerCollection),
    seekers: {
      async keep(seeker) {
        const key = seekerKey(seeker.place, seeker.id);
        const item = { ...key, v: 1, schema: seekerShape.schema, seeker, [EXPIRES_ATTRIBUTE]: endOf(seeker.until) };
        await records.put(item, 'absent');
      },
      async find(place, token) {
        const item = await records.get(seekerKey(place, token));
        return item === undefined ? undefined : readItem(seekerShape, item).seeker;
      },
    },
    questionnaires: papersInTable(records, questionnaireShape, of('QUESTIONS')),
    answers: {
      give(place, questionnaireId, token, answers) {
        const key = { pk: answerCollection(place, questionnaireId), sk: token };
        return records.put({ ...key, v: 1, schema: answersShape.schema, answers }, 'absent');
      },
      async all(place, questionnaireId) {
        const items = await records.all({ partition: answerCollection(place, questionnaireId) });
        return items.map((item) => readItem(answersShape, item).answers);
      },
    },
  };
}

/** The end of a day at the latest, in seconds since 1970: the day after it has begun everywhere in the country. */
function endOf(day: LocalDate): number {
  return Date.parse(`${addDays(day, 1)}T01:00:00Z`) / 1000;
}

function papersInTable<T extends { readonly id: string; readonly place: string; readonly version: number }>(
  records: TableAccess,
  shape: PaperShape<T>,
  collection: (place: string) => string,
  sort: (paper: T) => string = ({ id }) => id,
): CommunityPapers<T> {
  return {
    async list(place) {
      const items = await records.all({ partition: collection(place) });
      return items.map((item) => readItem(shape, item).paper);
    },
    async get(place, id) {
      const { items } = await records.page({ partition: collection(place), between: { from: id, to: id } });
      return items[0] === undefined ? undefined : readItem(shape, items[0]).paper;
    },
    keep(paper) {
      const { place, version } = paper;
      const key = { pk: collection(place), sk: sort(paper) };
      const item = { ...key, v: version, schema: shape.schema, paper };
      return records.put(item, version === 1 ? 'absent' : { version: version - 1 });
    },
  };
}
