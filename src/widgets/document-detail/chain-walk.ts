/** Moves the focus between the documents of a chain with the arrow keys, as they are laid out. */
export function walkChain(event: KeyboardEvent): void {
  const {currentTarget: chain, target} = event;
  if (!(chain instanceof HTMLElement) || !(target instanceof Element)) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stages = [...chain.querySelectorAll('[data-stage]')]
    .map((stage) => [...stage.querySelectorAll<HTMLElement>('[data-walk]')])
    .filter((nodes) => nodes.length > 0);
  const next = nextNode(stages, target, readingKey(event.key, chain));
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type Move = 'next-stage' | 'previous-stage' | 'next' | 'previous' | 'first' | 'last';

/** What a key means where stages stand beside each other, from either side, and where they stand below each other. */
function readingKey(key: string, chain: HTMLElement): Move | undefined {
  const {flexDirection, direction} = getComputedStyle(chain);
  const isColumn = flexDirection === 'column';
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isColumn) return key === forward ? 'next' : 'previous';
      return key === forward ? 'next-stage' : 'previous-stage';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

function nextNode(
  stages: readonly (readonly HTMLElement[])[],
  from: Element,
  move: Move | undefined,
): HTMLElement | undefined {
  const all = stages.flat();
  const at = all.findIndex((node) => node === from);
  const stage = stages.findIndex((nodes) => nodes.some((node) => node === from));
  if (at === -1 || stage === -1) return undefined;
  const row = stages[stage]?.findIndex((node) => node === from) ?? 0;
  const beside = (nodes: readonly HTMLElement[] | undefined) => nodes?.[Math.min(row, nodes.length - 1)];
  switch (move) {
    case 'next':
      return all[at + 1];
    case 'previous':
      return all[at - 1];
    case 'next-stage':
      return beside(stages[stage + 1]);
    case 'previous-stage':
      return beside(stages[stage - 1]);
    case 'first':
      return all[0];
    case 'last':
      return all.at(-1);
    case undefined:
      return undefined;
  }
}
