/**
 * Gives each test file a device of its own. Files run side by side in one browser: without it, one that forgets everything takes
 * from the others what they have kept.
 */
const mine = `${Math.random().toString(36).slice(2)}:`;

const {open, deleteDatabase, databases} = IDBFactory.prototype;
IDBFactory.prototype.open = function (name, version) {
  return open.call(this, mine + name, version);
};
IDBFactory.prototype.deleteDatabase = function (name) {
  return deleteDatabase.call(this, mine + name);
};
IDBFactory.prototype.databases = async function () {
  const all = await databases.call(this);
  return all.flatMap(({name, ...about}) =>
    name?.startsWith(mine) ? {...about, name: name.slice(mine.length)} : [],
  );
};

const {getItem, setItem, removeItem} = Storage.prototype;
Storage.prototype.getItem = function (key) {
  return getItem.call(this, mine + key);
};
Storage.prototype.setItem = function (key, value) {
  setItem.call(this, mine + key, value);
};
Storage.prototype.removeItem = function (key) {
  removeItem.call(this, mine + key);
};

export {};
