/** Who visits a site whose function can read neither sessions nor staff: whoever the authorizing function vouches for. */
import type { BoardDeps } from '../../application/board/board-deps.ts';
import type { PlaceFacts } from '../../domain/indicator/place-facts.ts';
import { staffIn, visitorIn } from '../middleware/visitor-context.ts';
import { neutralBranding } from './frame.ts';
import type { SiteWorld } from './visit.ts';
import type { WhoVisits } from './who-visits.ts';

/** The site of figures: it reaches published figures and the board's papers about them, and knows of the policy what was published with them. */
export interface FiguresWorld extends SiteWorld {
  readonly deps: BoardDeps;
  readonly policy: Pick<PlaceFacts, 'place' | 'branding' | 'queues'>;
}

export const byVouched: WhoVisits<FiguresWorld> = {
  async signedIn({ vouched }) {
    const visitor = visitorIn(vouched);
    if (visitor.state !== 'signed-in') return { ended: visitor.state === 'not-registered' ? 'unknown' : visitor.state };
    const [place, role] = visitor.acting.split('/');
    const acting = place === undefined || role === undefined ? null : { place, role };
    return {
      session: { formToken: visitor.formToken, acting },
      staff: staffIn(visitor),
      endsAt: visitor.endsAt,
    };
  },

  async policy({ deps }, place) {
    // Before the first census nothing is published of the place: its pages then have no brand of their own.
    const facts = await deps.figures.facts(place);
    return facts ?? { place: { id: place, name: place }, branding: neutralBranding, queues: [] };
  },
};
