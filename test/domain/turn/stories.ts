import { stated } from '../cycle/needing.ts';
import { atExecution, offeringOf } from '../cycle/planned.ts';
import { CycleRun } from '../cycle/run.ts';
import { Course, terms as courseTerms, PEOPLE, TRAINER } from '../offering/scenario.ts';
import { DAY, MEASURES, Scenario, score, terms } from '../selection/scenario.ts';
import { type Given, Tape } from './tape.ts';

const reason = 'For a reason.';
const silent = () => null;

type Tell = () => Promise<Tape>;

async function selection(habits = {}, other = {}): Promise<{ s: Scenario; tape: Tape }> {
  const s = new Scenario(habits);
  const tape = new Tape(s.memory);
  await s.start(other);
  return { s, tape };
}

async function applied(s: Scenario, people = ['D2-2', 'D2-3', 'D2-4', 'D1-5']): Promise<void> {
  await s.to('call');
  for (const person of people) await s.apply(person);
}

const SELECTIONS: Readonly<Record<string, Tell>> = {
  async nominated() {
    const { s, tape } = await selection({ nominations: silent });
    await s.to('publicity');
    await s.send('nominate', { person: 'D2-3', reason }, 'D2-2');
    await s.send('nominate', { person: 'D2-4', reason }, 'D2-2');
    await s.to('screening');
    return tape;
  },
  async edited() {
    const { s, tape } = await selection({ agreements: silent });
    await applied(s);
    const body = { profile: 'x', topics: ['safety'], outline: 'x', hoursPerMonth: 9 };
    await s.send('editApplication', body, 'D2-2');
    await s.send('withdrawApplication', { reason }, 'D2-3');
    return tape;
  },
  async screened() {
    const { s, tape } = await selection(
      { screening: silent, 'screening-objections': silent },
      { blind: false, handlers: ['D4-1', 'D5-4', 'D4-4'] },
    );
    await applied(s, ['D2-2', 'D2-6', 'D2-7']);
    await s.to('screening');
    s.hire('D3-3', { performance: {} });
    await s.send('allowLate', { person: 'D3-3', reason });
    await s.apply('D3-3');
    await s.answer();
    await s.send('objectToScreening', { grounds: reason }, 'D2-6');
    await s.send('objectToScreening', { grounds: reason }, 'D2-7');
    for (const purpose of ['screening', 'screening-objections'] as const) {
      const { stream, tasks } = s.round(purpose)!;
      const [first] = tasks.values();
      s.memory.send(stream, 'decline', { task: first!.id, reason }, first!.assignee);
      s.memory.send(stream, 'withdraw', { tasks: [[...tasks.keys()].at(-1)], reason }, 'D1-2');
    }
    await s.send('setScreeners', { screeners: ['D5-6'], reason });
    return tape;
  },
  async reviewed() {
    const { s, tape } = await selection({ review: silent });
    await applied(s);
    await s.to('review');
    const [pair] = s.state.pairs;
    await s.send('declareConflict', { applications: [pair!.application], reason }, pair!.reviewer);
    const round = s.round('review')!;
    const task = [...round.tasks.values()].find((t) => t.state === 'open')!;
    s.memory.send(round.stream, 'recuse', { task: task.id, reason }, task.assignee);
    await s.send('withdrawApplication', { reason }, 'D2-2');
    await s.send('pause', { reason });
    await s.send('resume', { reason });
    await s.send('moveDate', { stage: 'review', at: s.state.until! + 9 * DAY, reason });
    await s.send('reopenStage', { stage: 'call', reason });
    return tape;
  },
  async discussed() {
    const { s, tape } = await selection({ discussion: silent });
    await applied(s, ['D2-2', 'D2-3']);
    await s.to('review');
    const { application, reviewer } = s.state.pairs[0]!;
    s.habits.review = (t) => score(t, t.about === application && t.assignee === reviewer ? -4 : 0);
    await s.to('results');
    return tape;
  },
  async objected() {
    const { s, tape } = await selection({ objections: silent }, { blind: false, handlers: ['D4-1', 'D5-4', 'D4-4'] });
    await applied(s);
    await s.to('notice');
    await s.send('raiseObjection', { about: null, grounds: reason }, 'D4-6');
    await s.send('raiseObjection', { about: s.codeOf('D2-2'), grounds: reason }, 'D3-6');
    for (let i = 0; i < 3; i++) {
      const { asked } = s.state.objections['O-1']!;
      if (asked.who) s.memory.send(asked.round, 'decline', { task: asked.task, reason }, asked.who);
    }
    await s.send('addHandlers', { handlers: ['D5-6', 'D5-7'], reason });
    return tape;
  },
  async remeasured() {
    const { s, tape } = await selection({
      acknowledgement: (t: { assignee: string }) => ({ acknowledged: t.assignee !== 'D3-1' }),
    });
    while (await s.answer());
    await s.send('changeMeasures', { texts: MEASURES, reason });
    await s.send('cancel', { reason });
    return tape;
  },
  async criteria() {
    const { s, tape } = await selection({ panel: silent });
    await applied(s);
    await s.to('decision');
    const criteria = (terms().criteria as { max: number }[]).map((c) => ({ ...c, max: 20 }));
    await s.send('correctCriteria', { criteria, reason });
    return tape;
  },
};

const CYCLES: Readonly<Record<string, Tell>> = {
  async front() {
    const run = new CycleRun();
    const tape = new Tape(run.memory);
    await run.open({ selfRating: true });
    run.change('D2-1', { employed: false });
    await run.look();
    run.change('D1-1', { employed: false });
    await run.look();
    run.change('D1-1', { employed: true });
    await run.send('pause', { reason });
    await run.send('resume', { reason });
    await run.send('moveDate', { stage: 'mobilisation', at: run.state.until! + 7 * DAY, reason });
    await run.to('ratings');
    const { people, posts } = run.memory.organisation;
    const painter = { ...posts.get('FITTER')!, code: 'PAINTER' };
    run.memory.organisation = { ...run.memory.organisation, posts: new Map(posts).set('PAINTER', painter) };
    run.change('D3-6', { manager: 'D3-4' });
    run.change('D3-7', { employed: false });
    run.change('D3-8', { ...people.get('D3-6')!, id: 'D3-8' });
    run.change('D3-9', { ...people.get('D3-6')!, id: 'D3-9', post: 'PAINTER' });
    await run.look();
    const method = { ...run.state.toolkit.scale!.method, text: { en: 'New anchors.', 'zh-CN': '新锚点' } };
    await run.send('changeMethod', { method, reason });
    await run.to('talks');
    run.change('D4-6', { manager: 'D4-3' });
    await run.look();
    await run.send('cancel', { reason });
    return tape;
  },
  async talked() {
    const run = new CycleRun({ talks: (t) => (t.id === 'D3-6' ? null : { held: '2026-11-20' }), signatures: silent });
    const tape = new Tape(run.memory);
    await run.open();
    await run.to('talks');
    const held = (day: string) => run.submit('talks', 'D3-6', { held: day, element1: 'safety', means1: 'coaching' });
    await held('2026-11-20');
    await run.inRound('talks', 'reopen', { task: 'D3-6', reason }, 'D1-2');
    await run.submit('talks', 'D3-6', {
      held: '2026-11-21',
      element1: 'none',
      means1: 'project',
      until1: '2027-05-01',
    });
    await run.to('needs');
    await run.send('stateNeed', stated({ problem: '' }), 'D2-1');
    const asked = Object.values(run.state.needs).find((n) => n.state === 'sent-back')!.need;
    await run.send('editNeed', { ...stated(), need: asked }, 'D2-1');
    await run.send('finishStage', { stage: 'needs', reason });
    return tape;
  },
  async changed() {
    const run = await atExecution({ changes: silent });
    const tape = new Tape(run.memory);
    const ask = (change: object, more = {}) => run.send('requestChange', { change, reason, ...more });
    const plan = offeringOf(run, 'C-PLAN').id;
    const weld = offeringOf(run, 'C-WELD').id;
    const safe = offeringOf(run, 'C-SAFE').id;
    await ask({ kind: 'participants', offering: plan, remove: ['D3-5'] });
    await run.send('withdrawChange', { change: 'C-001', reason });
    await ask({ kind: 'seats', offering: weld, seats: 10 }, { emergency: true });
    await ask({ kind: 'cancel', offering: safe }, { emergency: true });
    await ask({ kind: 'participants', offering: plan, remove: ['D3-5'] });
    run.habits.changes = () => ({ decision: 'approve' });
    await run.answer();
    run.habits.changes = silent;
    await ask({ kind: 'participants', offering: plan, add: ['D3-5'] });
    run.change(run.state.changes['C-005']!.approver!, { employed: false });
    await run.look();
    await run.send('pause', { reason });
    await run.send('resume', { reason });
    await run.send('cancel', { reason });
    return tape;
  },
  async started() {
    const run = await atExecution({ changes: () => ({ decision: 'reject', comment: reason }) });
    const tape = new Tape(run.memory);
    const weld = offeringOf(run, 'C-WELD').id;
    await run.send('requestChange', { change: { kind: 'seats', offering: weld, seats: 10 }, emergency: true, reason });
    await run.answer();
    const { planned } = Object.values(run.state.offerings)[0]!;
    const add = { ...planned, days: ['2027-08-10', '2027-08-11'].slice(0, planned.days.length) };
    run.habits.changes = () => ({ decision: 'approve' });
    await run.send('requestChange', { change: { kind: 'add', planned: add }, reason });
    await run.answer();
    return tape;
  },
};

const COURSES: Readonly<Record<string, Tell>> = {
  async changed() {
    const course = new Course({ seats: silent, support: silent });
    const tape = new Tape(course.memory);
    course.open();
    await course.to('invitation');
    course.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
    course.send('giveUpSeat', { reason }, 'D2-3');
    course.change('participants', { participants: [...course.state.planned!.participants, 'D4-5'], seats: 7 });
    course.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
    course.hire('D3-5', { manager: 'D3-3' });
    course.hire('D2-2', { employed: false });
    await course.to('teaching');
    return tape;
  },
  async held() {
    const course = new Course({ reaction: silent, test: silent, attendance: silent });
    const tape = new Tape(course.memory);
    course.open({}, { course: { ...courseTerms().course, test: true } });
    await course.to('teaching');
    await course.until('2027-04-13');
    course.hire(TRAINER, { employed: false });
    course.habits.attendance = () => ({ absent: ['D2-4'] });
    await course.to('feedback');
    const attendance = (absent: readonly string[]) =>
      course.send('recordAttendance', { present: PEOPLE.filter((p) => !absent.includes(p)), absent });
    attendance(['D2-2']);
    attendance(['D2-3']);
    course.habits.transfer = () => ({ transfer: 1 });
    course.habits.coaching = silent;
    await course.to('follow-up');
    await course.to('closed');
    return tape;
  },
  async cancelled() {
    const course = new Course({ support: silent, seats: silent });
    const tape = new Tape(course.memory);
    course.open();
    await course.to('invitation');
    course.send('cancel', { reason }, 'system');
    return tape;
  },
};

/** Every kind of order that procedures give, each as it came the first time. */
export async function everyKind(): Promise<Map<string, Given>> {
  const given = new Map<string, Given>();
  const keep = (tape: Tape) => {
    for (const [kind, one] of tape.end()) if (!given.has(kind)) given.set(kind, one);
  };
  for (const tell of [SELECTIONS, CYCLES, COURSES].flatMap((stories) => Object.values(stories))) keep(await tell());
  return given;
}
