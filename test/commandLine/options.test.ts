import { describe, expect, test } from "vitest";
import { countOption, readOptions, Usage } from "../../src/commandLine/options.ts";

const usage = "npm run sail -- PORT [--fast] [--crew N]\n\nSails.";

function read(args: string[], env: Record<string, string> = {}) {
  const warnings: string[] = [];
  const { values, positionals } = readOptions(
    {
      args,
      allowPositionals: true,
      options: { fast: { type: "boolean", default: false }, "deck-crew": { type: "string" } },
    },
    usage,
    { env, warn: (message) => void warnings.push(message) },
  );
  return { ...values, positionals, warnings };
}

const refusal = (args: string[]): unknown => {
  try {
    return read(args);
  } catch (error) {
    return error;
  }
};

test("options and arguments are read, in any order", () => {
  expect(read(["--deck-crew", "3", "Malmö", "--fast"])).toEqual({
    fast: true,
    "deck-crew": "3",
    positionals: ["Malmö"],
    warnings: [],
  });
});

test.each([["--help"], ["-h"], ["Malmö", "--help"]])("%s gives the whole usage", (...args) => {
  const error = refusal(args);
  expect(error).toBeInstanceOf(Usage);
  expect(error).toMatchObject({ isAsked: true, message: usage });
});

test("an option that does not exist is told which ones do", () => {
  const error = refusal(["--fasst", "Malmö"]);
  expect(error).toBeInstanceOf(Usage);
  expect(error).toMatchObject({
    isAsked: false,
    message:
      "There is no option --fasst. The options are: --fast, --deck-crew, --help.\nnpm run sail -- PORT [--fast] [--crew N]",
  });
});

test("an argument that a command does not take is named", () => {
  const reading = () => readOptions({ args: ["4000"], options: {} }, "npm run moor -- [--port N]");
  expect(reading).toThrow(
    new Usage(
      "“4000” is not an option, and this command takes only options.\nnpm run moor -- [--port N]",
    ),
  );
});

test("an option without its value is told how the command is called", () => {
  expect(refusal(["--deck-crew"])).toMatchObject({
    isAsked: false,
    message: expect.stringMatching(/--deck-crew.+argument missing\nnpm run sail/s),
  });
});

test("everything after -- is an argument, even --help", () => {
  expect(read(["--", "--help"])).toMatchObject({ positionals: ["--help"] });
});

describe("an option that npm took for itself", () => {
  const env = { npm_config_fast: "true", npm_config_deck_crew: "3", npm_config_other: "true" };

  test("is warned about, and how it comes through", () => {
    expect(read(["Malmö"], env).warnings).toEqual([
      "npm read --fast as its own option. Put -- before it: npm run sail -- --fast",
      "npm read --deck-crew as its own option. Put -- before it: npm run sail -- --deck-crew",
    ]);
  });

  test("is not if it was given as well", () => {
    expect(read(["--fast", "--deck-crew", "2"], env).warnings).toEqual([]);
  });
});

test.each(["x", "", "0", "-3", "1.5", "1e3", " 7", "12345678901"])(
  "“%s” counts nothing",
  (value) => {
    expect(() => countOption("--crew", value, usage)).toThrow(
      `--crew ${value} is not a whole number above 0.\nnpm run sail`,
    );
  },
);

test("a whole number above 0 counts", () => {
  expect(countOption("--crew", "1000", usage)).toBe(1000);
});
