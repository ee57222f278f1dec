//! The guards of what a build costs: that they tell more from less, and see what a process touched. The guards themselves
//! need the optimised program and run behind the tests (`make guards`).

use crate::support::{root, tool};

/// What a script prints that has the modules of `benches/`.
fn python(script: &str) -> String {
    let benches = root().join("benches").display().to_string();
    let whole = format!("import sys; sys.dont_write_bytecode = True; sys.path.insert(0, {benches:?})\n{script}");
    tool("python3", "python3", &["-c", &whole])
}

#[test]
fn costs_counts_are_held_against_their_record() {
    let told = python(
        "import instructions\n\
         recorded = {'more': 1000, 'little-more': 1000, 'less': 1000, 'gone': 1000}\n\
         counted = {'more': 1031, 'little-more': 1029, 'less': 969, 'new': 1}\n\
         for name, sign, off in instructions.verdicts(recorded, counted, 3): print(name, sign, f'{off:.1f}')",
    );
    let expected = ["gone unknown 0.0", "less under -3.1", "little-more same 2.9", "more over 3.1", "new unknown 0.0"];
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

/// The record has a count of each kind of run.
#[test]
fn costs_are_recorded() {
    let told = python(
        "import instructions, tomllib\n\
         record = tomllib.loads(instructions.RECORD.read_text())\n\
         assert record['tools'].keys() == {'machine', 'rustc', 'valgrind', 'libc'}, record\n\
         print(sorted(record['counts']))",
    );
    let expected = "['archive-check', 'archive-unchanged', 'archive-warm', 'issue-check', 'issue-cold', 'issue-unchanged', 'issue-warm']";
    assert_eq!(told.trim(), expected);
}

#[test]
fn costs_of_a_process_are_its_own() {
    let told = python(
        "import pathlib, processes, tempfile\n\
         with tempfile.TemporaryDirectory() as folder:\n\
         \x20   processes.SCRATCH = pathlib.Path(folder)\n\
         \x20   touched = 'import sys, os; block = bytearray(b\"x\") * (100 << 20); print(sorted(os.environ))'\n\
         \x20   cost = processes.run([sys.executable, '-c', touched], folder)\n\
         print(int(cost.peak), cost.wall > 0 and cost.cpu > 0, 'XDG_CACHE_HOME' in cost.out)",
    );
    let (peak, rest) = told.trim().split_once(' ').unwrap();
    assert!((100..140).contains(&peak.parse::<u32>().unwrap()), "{told}");
    assert_eq!(rest, "True True");
}

/// A run that fails is no measurement.
#[test]
fn costs_of_failed_runs_are_not_told() {
    let told = python(
        "import pathlib, processes, tempfile\n\
         with tempfile.TemporaryDirectory() as folder:\n\
         \x20   processes.SCRATCH = pathlib.Path(folder)\n\
         \x20   try: processes.run(['sh', '-c', 'echo broken; exit 3'], folder)\n\
         \x20   except SystemExit as stop: print(stop)",
    );
    assert!(told.contains(": 3\nbroken"), "{told}");
}
