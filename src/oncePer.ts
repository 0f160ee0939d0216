/**
 * Works something out once for each subject, such as a figure of all films that every page states.
 * Neither the subject nor the result may change afterwards.
 */
export function oncePer<Subject extends WeakKey, Result>(
  workOut: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { result: Result }>();
  return (subject) => {
    let found = known.get(subject);
    if (!found) {
      found = { result: workOut(subject) };
      known.set(subject, found);
    }
    return found.result;
  };
}
