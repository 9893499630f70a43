/** The keys of `indicators`: figures of places, queues and duties. No key, and no item, is about a person. */
import type { FigureView } from '../../domain/indicator/figure.ts';
import { type Key, padded } from './keys.ts';

/** The versions of what is published of a place's policy. */
export function placeFactsCollection(place: string): string {
  return `${place}#FACTS`;
}
export function placeFactsKey(place: string, version: number): Key {
  return { pk: placeFactsCollection(place), sk: padded(version, 6) };
}

/** Every queue's figures in one item, by day and instant. */
export function overviewCollection(place: string, view: FigureView): string {
  return `${place}#O#${view}`;
}
/** The censuses of a queue, as counted. */
export function censusCollection(place: string, queue: string): string {
  return `${place}#C#${queue}`;
}
/** The months of a queue with the census of their last day. */
export function monthCollection(place: string, queue: string, view: FigureView): string {
  return `${place}#M#${queue}#${view}`;
}
/** The same months, slim. */
export function seriesCollection(place: string, queue: string, view: FigureView): string {
  return `${place}#S#${queue}#${view}`;
}
export function dutiesCollection(place: string, view: FigureView): string {
  return `${place}#D#${view}`;
}

/** What national collections ask, of a queue or of the place. */
export function returnsCollection(place: string, code: string, of: string): string {
  return `${place}#N#${code}#${of}`;
}

/** What families may be told of their waits for a queue, by day. */
export function estimatesCollection(place: string, queue: string): string {
  return `${place}#E#${queue}`;
}

/** Figures as at a day, counted at an instant: the last of a day knows the most. */
export function countedAt(asAt: string, takenAt: string): string {
  return `${asAt}#${takenAt}`;
}
/** A month in an edition. */
export function monthEdition(month: string, edition: number): string {
  return `${month}#${padded(edition, 3)}`;
}
