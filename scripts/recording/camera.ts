/** A rectangle of the page, in CSS pixels of its viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point of the page. */
export interface Point {
  x: number;
  y: number;
}

/** What the film shows: a rectangle of the page, as wide to its height as the film. */
export type Frame = Box;

/** Where in the picture lies what is looked at: above the middle, as captions stand below. */
const EYE_LEVEL = 0.42;

/** The part of the viewport that shows a box at a zoom, as near to its middle as the edges allow. */
export function frameOf(box: Box, zoom: number, viewport: Pick<Box, 'width' | 'height'>): Frame {
  const width = viewport.width / zoom;
  const height = viewport.height / zoom;
  return {
    x: clamp(box.x + box.width / 2 - width / 2, 0, viewport.width - width),
    // Of what is higher than the picture, its beginning.
    y: clamp(
      box.height > height ? box.y : box.y + box.height / 2 - height * EYE_LEVEL,
      0,
      viewport.height - height,
    ),
    width,
    height,
  };
}

/** The frame on the way from one to another; what is in the middle of both stands still. */
export function between(from: Frame, to: Frame, progress: number): Frame {
  const width = from.width * (to.width / from.width) ** progress;
  // As the width goes, so go the edges: else the picture would swing while it grows.
  const share = from.width === to.width ? progress : (width - from.width) / (to.width - from.width);
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    width,
    height: (width * from.height) / from.width,
  };
}

/** A point on the way of a hand from one place to another, which is a little bent. */
export function onTheWay(from: Point, to: Point, progress: number): Point {
  const bend = Math.sin(progress * Math.PI) * 0.05;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return {x: from.x + dx * progress - dy * bend, y: from.y + dy * progress + dx * bend};
}

/** Slow, quick, slow. */
export function ease(progress: number): number {
  return progress < 0.5 ? 4 * progress ** 3 : 1 - (2 - 2 * progress) ** 3 / 2;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
