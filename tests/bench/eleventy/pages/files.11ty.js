/** The files beside the reports: audit, assessment, tables, citations. */
export default class {
  data() {
    return { pagination: { data: "site.files", size: 1, alias: "own" }, permalink: ({ own }) => own.path };
  }

  render({ own }) {
    return own.text;
  }
}
