const widgetClass = /^src\/widgets\/([^/]+)\/\1\.ts$/;

/** What hosts deal with; the other classes of a widget are its own affair. */
const isPublic = (path) => widgetClass.test(path) || /\.events\.ts$|^src\/ui\//.test(path);

/** Where a consumer finds what a source module exports. */
const published = (path) => `dist/${widgetClass.exec(path)?.[1] ?? 'index'}.js`;

/** The manifest describes the package, not its source: published modules, public members, documented events. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({customElementsManifest}) {
    const modules = new Map();
    // The analyzer takes files as the disk gives them, which is not always the same.
    const sources = customElementsManifest.modules.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    for (const {path, declarations} of sources) {
      if (!isPublic(path)) continue;
      for (const declaration of declarations.filter(({kind}) => kind === 'class')) {
        tidy(declaration);
        const target = published(path);
        const entry = modules.get(target) ?? {
          kind: 'javascript-module',
          path: target,
          declarations: [],
          exports: [],
        };
        modules.set(target, entry);
        entry.declarations.push(declaration);
        const reference = {name: declaration.name, module: target};
        entry.exports.push({kind: 'js', name: declaration.name, declaration: reference});
        if (declaration.tagName) {
          entry.exports.push({
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: reference,
          });
        }
      }
    }
    customElementsManifest.modules = [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    relink(customElementsManifest.modules);
  },
};

function tidy(declaration) {
  declaration.members = declaration.members?.filter(
    ({name, privacy}) => !name.startsWith('#') && (privacy ?? 'public') === 'public',
  );
  if (declaration.superclass?.name === 'Event') declaration.superclass = {name: 'Event', package: 'global:'};
  // The analyzer takes every dispatched event for a public one; those that are meant for hosts have a sentence.
  declaration.events = declaration.events?.filter(({description}) => description);
}

/** Points references at the published modules. */
function relink(value) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.module === 'string' && value.module.startsWith('src/'))
    value.module = published(value.module);
  Object.values(value).forEach(relink);
}

export default {
  globs: ['src/widgets/*/*.ts', 'src/ui/events.ts', 'src/ui/portal-element.ts'],
  exclude: ['**/define.ts', '**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [asPublished],
};
