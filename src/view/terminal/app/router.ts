/** Which screens lie on each other; pure. */

export type Place =
  | { readonly screen: 'runs' }
  | { readonly screen: 'run'; readonly path: string }
  | { readonly screen: 'compare'; readonly paths: readonly string[] }
  | { readonly screen: 'new' }
  | { readonly screen: 'fork'; readonly path: string }
  | { readonly screen: 'sweep'; readonly name: string }
  | { readonly screen: 'mix'; readonly paths: readonly string[] }
  | { readonly screen: 'pages'; readonly kind: 'tables' | 'data' }

export type Navigation =
  | { readonly kind: 'open'; readonly place: Place }
  | { readonly kind: 'back' }
  | { readonly kind: 'home' }

export const home: readonly Place[] = [{ screen: 'runs' }]

/** Going back from the first screen changes nothing: leaving is a key of its own. */
export function navigate(stack: readonly Place[], to: Navigation): readonly Place[] {
  if (to.kind === 'open') return [...stack, to.place]
  if (to.kind === 'home') return home
  return stack.length > 1 ? stack.slice(0, -1) : stack
}
