/** Every path of the web app, as the API serves it and the app's router knows it; `:name` stands for one part. */
export const PAGES = [
  '/',
  '/go',
  '/sign-in',
  '/desk',
  '/desk/answered',
  '/desk/:round',
  '/desk/:round/:task',
  '/plan',
  '/plan/:cycle',
  '/plan/:cycle/effect',
  '/settings',
  '/pair',
  '/why/:stream/:what',
  '/team',
  '/team/:person',
  '/team/:person/plan',
  '/overview',
  '/courses',
  '/courses/:course',
  '/call/:selection',
  '/call/:selection/apply',
  '/call/:selection/mine',
  '/notice/:selection',
  '/trainers',
  '/trainers/:person',
] as const;

export type PageOfApp = (typeof PAGES)[number];

/** The path of a page, with what stands in the place of each of its names, in their order. */
export function pathTo(page: PageOfApp, ...named: readonly string[]): string {
  const left = [...named];
  return page.replace(/:\w+/g, () => encodeURIComponent(left.shift() ?? ''));
}

/** Whether a path is one of a page. */
export function isPage(path: string): boolean {
  const asked = partsOf(path.replace(/[?#].*$/, ''));
  return PAGES.some((page) => {
    const parts = partsOf(page);
    return (
      parts.length === asked.length && parts.every((part, i) => part === asked[i] || (part[0] === ':' && asked[i]))
    );
  });
}

/** Where whoever is led to a path goes on: at its page, or at their desk as long as there is none. */
export function pageOrDesk(path: string): string {
  return isPage(path) ? path : '/desk';
}

const partsOf = (path: string): readonly string[] => path.split('/');
