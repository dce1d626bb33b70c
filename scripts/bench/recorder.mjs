// Loaded into the application before anything else when the bench wants to know what it asks of PostgreSQL. Tells the
// parent of every statement when it is sent and when it is answered.
import pg from 'pg';

const query = pg.Client.prototype.query;
let statements = 0;

pg.Client.prototype.query = function (config, values, callback) {
  const id = ++statements;
  const isPlain = typeof config === 'string';
  const given = typeof values === 'function' ? [] : (values ?? (isPlain ? [] : config.values) ?? []);
  const text = isPlain ? config : config.text;
  process.send?.({ event: 'sent', id, name: isPlain ? undefined : config.name, text, values: given });
  const answered = () => process.send?.({ event: 'answered', id });
  const done = [config, values, callback].findIndex((argument) => typeof argument === 'function');
  if (done >= 0) {
    const original = [config, values, callback];
    const then = original[done];
    original[done] = (...results) => {
      answered();
      then(...results);
    };
    return query.apply(this, original);
  }
  const result = query.call(this, config, values, callback);
  if (typeof result?.then === 'function') result.then(answered, answered);
  return result;
};

process.on('message', (message) => {
  if (message === 'so far?') process.send?.({ event: 'so far' });
});
