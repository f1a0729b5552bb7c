/* python.exe for the tests, where nobody else's is at hand: all of Python is in its library. */
#include <windows.h>
#include <shellapi.h>
int __declspec(dllimport) Py_Main(int, wchar_t **);
int wmain(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return Py_Main(count, words);
}
