// What Temporal Cloud would bill, counted from the histories of the workflows themselves.

/** Event attribute -> how many actions such an event is. Everything else in a history is free. */
const ACTIONS_OF = {
  workflowExecutionStartedEventAttributes: 1,
  workflowExecutionSignaledEventAttributes: 1,
  workflowExecutionUpdateAcceptedEventAttributes: 1,
  timerStartedEventAttributes: 1,
  upsertWorkflowSearchAttributesEventAttributes: 1,
  // The start of the child is counted here and at the child itself, so a child is two.
  startChildWorkflowExecutionInitiatedEventAttributes: 1,
};

const LOCAL_ACTIVITY = 'core_local_activity';

/**
 * Counts events and actions of one run. A normal activity is one action an attempt. Local activities are one action for
 * each workflow task that recorded at least one, as Temporal Cloud bills them. An update that its validator refused
 * leaves no trace in a history; this project's updates have no validator.
 */
export function actionsIn(history) {
  const counts = {};
  const tasksWithLocal = new Set();
  const add = (name, n) => {
    counts[name] = (counts[name] ?? 0) + n;
  };
  for (const event of history.events) {
    for (const [attributes, actions] of Object.entries(ACTIONS_OF))
      if (event[attributes]) add(nameOf(attributes), actions);
    const attempt = event.activityTaskStartedEventAttributes?.attempt;
    if (attempt) add('activityAttempt', attempt);
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName === LOCAL_ACTIVITY) tasksWithLocal.add(String(marker.workflowTaskCompletedEventId));
  }
  if (tasksWithLocal.size) add('workflowTaskWithLocalActivities', tasksWithLocal.size);
  const actions = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { events: history.events.length, actions, counts };
}

const nameOf = (attributes) => attributes.replace(/EventAttributes$/, '');

/** All runs of a workflow, from the last back to the first along its continuations, added up. */
export async function actionsOfWorkflow(client, workflowId) {
  const total = { runs: 0, events: 0, actions: 0, counts: {} };
  for (let runId; ; ) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const { events, actions, counts } = actionsIn(history);
    total.runs += 1;
    total.events += events;
    total.actions += actions;
    for (const [name, n] of Object.entries(counts)) total.counts[name] = (total.counts[name] ?? 0) + n;
    runId = history.events[0].workflowExecutionStartedEventAttributes.continuedExecutionRunId;
    if (!runId) return total;
  }
}
