import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from '../api/me.ts';
import { hasCode } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { sittingQuery } from '../features/answer/api/task.ts';
import { LoadingCards } from '../ui/loading-cards.tsx';
import { bringWords } from '../words/language.ts';
import { Inside } from './shell/inside.tsx';
import { Lost } from './shell/lost.tsx';
import { NotThere } from './shell/not-there.tsx';
import { homeOf } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';

/** A page, with the words of its feature: both come when somebody is about to go there. */
const page = <M extends Record<string, unknown>, K extends keyof M & string>(
  feature: string,
  load: () => Promise<M>,
  name: K,
) => lazyRouteComponent(() => Promise.all([load(), bringWords(feature)]).then(([module]) => module), name);

const root = createRootRoute({ component: Outlet, notFoundComponent: NotThere });

/** Why the company's account let nobody in, as the API says it. */
const REFUSALS = ['refused', 'unknown', 'role', 'again', 'away'] as const;

interface SignInSearch {
  readonly to?: string;
  readonly why?: (typeof REFUSALS)[number];
  /** While Rostrum is tried out: who is looked for in the list of people. */
  readonly who?: string;
}

/** Where one comes back to after signing in: a path of this app, and never another site. */
function searchOfSignIn({ to, why, who }: Record<string, unknown>): SignInSearch {
  const refusal = REFUSALS.find((one) => one === why);
  return {
    ...(typeof to === 'string' && /^\/(?![/\\])\S*$/.test(to) ? { to } : {}),
    ...(refusal ? { why: refusal } : {}),
    ...(typeof who === 'string' ? { who } : {}),
  };
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: searchOfSignIn,
  component: page('session', () => import('../features/session/pages/sign-in.tsx'), 'SignIn'),
});

const go = createRoute({
  getParentRoute: () => root,
  path: '/go',
  component: page('session', () => import('../features/session/pages/go.tsx'), 'Go'),
});

/** Whatever is for people who are signed in: everybody else signs in first and comes back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (!hasCode(error, 'unauthenticated')) throw error;
      throw redirect({ to: '/sign-in', search: searchOfSignIn({ to: location.href }) });
    });
  },
  component: Inside,
  errorComponent: Lost,
  pendingComponent: LoadingCards,
});

/** Pages under the bar; where something is answered, there is none. */
const shell = createRoute({ getParentRoute: () => inside, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ to: homeOf(await queryClient.ensureQueryData(meQuery)), replace: true });
  },
});

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  component: page('desk', () => import('./desk.tsx'), 'DeskPage'),
});

const answered = createRoute({
  getParentRoute: () => shell,
  path: '/desk/answered',
  component: page('desk', () => import('../features/desk/pages/answered.tsx'), 'Answered'),
});

const round = createRoute({
  getParentRoute: () => inside,
  path: '/desk/$round',
  validateSearch: ({ post }: Record<string, unknown>): { post?: string } => (typeof post === 'string' ? { post } : {}),
  // What is asked comes while the page does.
  loader: ({ params }) => void queryClient.prefetchQuery({ ...sittingQuery(params.round), staleTime: 0 }),
  component: page('answer', () => import('../features/answer/pages/round.tsx'), 'Round'),
});

const task = createRoute({
  getParentRoute: () => inside,
  path: '/desk/$round/$task',
  component: page('answer', () => import('../features/answer/pages/task.tsx'), 'Task'),
});

const newestPlan = createRoute({
  getParentRoute: () => shell,
  path: '/plan',
  component: page('plan', () => import('../features/plan/pages/newest.tsx'), 'NewestPlan'),
});

const plan = createRoute({
  getParentRoute: () => shell,
  path: '/plan/$cycle',
  component: page('plan', () => import('../features/plan/pages/plan.tsx'), 'Plan'),
});

const effect = createRoute({
  getParentRoute: () => shell,
  path: '/plan/$cycle/effect',
  component: page('plan', () => import('../features/plan/pages/effect.tsx'), 'Effect'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: page('settings', () => import('../features/settings/pages/settings.tsx'), 'Settings'),
});

const pair = createRoute({
  getParentRoute: () => shell,
  path: '/pair',
  component: page('pair', () => import('../features/pair/pages/pair.tsx'), 'Pair'),
});

const why = createRoute({
  getParentRoute: () => shell,
  path: '/why/$stream/$what',
  component: page('why', () => import('../features/why/pages/why.tsx'), 'Why'),
});

interface TeamSearch {
  readonly late?: string;
  readonly of?: string;
  readonly post?: string;
}

const textsOf = (search: Record<string, unknown>, ...keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])));

const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  validateSearch: (search: Record<string, unknown>): TeamSearch => textsOf(search, 'late', 'of', 'post'),
  component: page('team', () => import('../features/team/pages/team.tsx'), 'Team'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/team/$person',
  component: page('team', () => import('../features/team/pages/person.tsx'), 'Person'),
});

const developmentPlan = createRoute({
  getParentRoute: () => shell,
  path: '/team/$person/plan',
  component: page('team', () => import('../features/team/pages/plan.tsx'), 'DevelopmentPlan'),
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/overview',
  component: page('overview', () => import('../features/overview/pages/overview.tsx'), 'Overview'),
});

const courses = createRoute({
  getParentRoute: () => shell,
  path: '/courses',
  component: page('courses', () => import('../features/courses/pages/courses.tsx'), 'Courses'),
});

const course = createRoute({
  getParentRoute: () => shell,
  path: '/courses/$course',
  component: page('courses', () => import('../features/courses/pages/course.tsx'), 'Course'),
});

const call = createRoute({
  getParentRoute: () => shell,
  path: '/call/$selection',
  component: page('call', () => import('../features/call/pages/call.tsx'), 'Call'),
});

const application = createRoute({
  getParentRoute: () => shell,
  path: '/call/$selection/mine',
  component: page('call', () => import('../features/call/pages/mine.tsx'), 'Mine'),
});

const apply = createRoute({
  getParentRoute: () => inside,
  path: '/call/$selection/apply',
  component: page('answer', () => import('../features/answer/pages/apply.tsx'), 'Apply'),
});

const notice = createRoute({
  getParentRoute: () => shell,
  path: '/notice/$selection',
  component: page('call', () => import('../features/call/pages/notice.tsx'), 'Notice'),
});

const trainers = createRoute({
  getParentRoute: () => shell,
  path: '/trainers',
  component: page('trainers', () => import('../features/trainers/pages/trainers.tsx'), 'Trainers'),
});

const trainer = createRoute({
  getParentRoute: () => shell,
  path: '/trainers/$person',
  component: page('trainers', () => import('../features/trainers/pages/trainer.tsx'), 'Trainer'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    go,
    inside.addChildren([
      shell.addChildren([
        home,
        desk,
        answered,
        newestPlan,
        plan,
        effect,
        settings,
        pair,
        why,
        team,
        person,
        developmentPlan,
        overview,
        courses,
        course,
        call,
        application,
        notice,
        trainers,
        trainer,
      ]),
      round,
      task,
      apply,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
