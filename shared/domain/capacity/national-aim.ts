/** The day that waits of 18 weeks are to be back by (Medium Term Planning Framework). */
import { localDate } from '../calendar/local-date.ts';

export const AIM_DAY = localDate('2029-03-31');
