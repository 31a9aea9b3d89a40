import { describe, expect, it } from "vitest";
import { placeOf } from "../../src/cli/place.ts";

describe("the place of a site", () => {
  it("has its path from its address, with or without slashes at the ends", () => {
    for (const site of ["https://example.org/audits/", "https://example.org/audits", "https://example.org//audits//"])
      expect(placeOf(site, undefined)).toEqual({ site: "https://example.org", base: "/audits/" });
    expect(placeOf("https://example.org", undefined)).toEqual({ site: "https://example.org", base: "/" });
    expect(placeOf("http://localhost:8080/a/b/", undefined)).toEqual({ site: "http://localhost:8080", base: "/a/b/" });
  });

  it("is a path alone where no address is given", () => {
    expect(placeOf(undefined, undefined)).toEqual({ base: "/" });
    expect(placeOf(undefined, "/audits/")).toEqual({ base: "/audits/" });
  });

  it("may have both, where they agree", () => {
    expect(placeOf("https://example.org", "/audits/")).toEqual({ site: "https://example.org", base: "/audits/" });
    expect(placeOf("https://example.org/audits/", "audits")).toEqual({ site: "https://example.org", base: "audits" });
    expect(placeOf("https://example.org/a/", "/b/")).toBe(
      "--site has the path /a/ and --base has /b/: leave one out, or give both the same",
    );
  });

  it("is no place where the address is not a whole one of the web", () => {
    for (const site of [
      "",
      "example.org",
      "/audits/",
      "ftp://example.org",
      "javascript:alert(1)",
      "https://me:secret@example.org/",
      "https://example.org/?a",
      "https://example.org/#a",
    ])
      expect(placeOf(site, undefined)).toBe(
        "--site is the whole address of the site, such as https://example.org/audits/",
      );
  });
});
