/* Starts Python, which lies around this file as a plain tree, with the program.

   One source for two files: verify-app.exe, which opens the window and has no console, and bin\verify-app.exe, which is
   for terminals (built with CONSOLE). Only verify-app's own folders are searched for libraries: not the current folder,
   not PATH, where other programs' copies of the same libraries lie. */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*py_main)(int, wchar_t **);

static wchar_t self[LONGEST], root[LONGEST], library[LONGEST];

static int fail(const wchar_t *text)
{
#ifdef CONSOLE
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL)) {
        char bytes[512];
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        WriteFile(out, bytes, size > 0 ? (DWORD)size - 1 : 0, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"verify-app", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

static void cut(wchar_t *path)
{
    wchar_t *end = wcsrchr(path, L'\\');
    if (end)
        *end = 0;
}

int wmain(void)
{
    static const wchar_t *const before[] = {L"-I", L"-B", L"-X", L"utf8", L"-m", L"verify_app_start"};
    const int own = sizeof before / sizeof *before;
    DWORD length = GetModuleFileNameW(NULL, self, LONGEST);
    if (length == 0 || length >= LONGEST - 64)
        return fail(L"verify-app lies too deep in its folder; install it elsewhere.\n");
    wcscpy(root, self);
    cut(root);
#ifdef CONSOLE
    cut(root);
#endif
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(root);
    wcscpy(library, root);
    wcscat(library, L"\\" PYTHON_DLL);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    py_main run = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return fail(L"verify-app is not whole here (" PYTHON_DLL L" cannot be loaded); install it again.\n");

    int given = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **all = words ? HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (given + own + 2) * sizeof *all) : NULL;
    if (!all)
        return fail(L"verify-app cannot start: no memory is left.\n");
    int count = 0;
    all[count++] = self;
    for (int i = 0; i < own; i++)
        all[count++] = (wchar_t *)before[i];
    for (int i = 1; i < given; i++)
        all[count++] = words[i];
    return run(count, all);
}
